UPDATE interview SET at_place = :place WHERE id = :id
