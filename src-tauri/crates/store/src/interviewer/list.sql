SELECT id, name FROM interviewer WHERE name <> '' ORDER BY row_id
