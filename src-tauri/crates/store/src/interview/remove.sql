DELETE FROM interview WHERE id = :id
