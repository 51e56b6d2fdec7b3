SELECT id, name FROM interviewer WHERE name = :name ORDER BY row_id LIMIT 1
