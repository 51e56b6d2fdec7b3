DELETE FROM round WHERE id = :id
