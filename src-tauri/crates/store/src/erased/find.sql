SELECT row_id FROM erased WHERE source = :source AND id = :id
