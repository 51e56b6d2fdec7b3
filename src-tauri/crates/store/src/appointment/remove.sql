DELETE FROM appointment WHERE id = :id
