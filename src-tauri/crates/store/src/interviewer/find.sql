SELECT id, name FROM interviewer WHERE id = :id
