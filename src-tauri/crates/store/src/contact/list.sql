SELECT c.id, c.name, c.round_id, c.created_at, k.doc
FROM candidate c
LEFT JOIN contact k ON k.candidate_id = c.id
WHERE c.role_id = :role AND c.practice = 0 AND c.sample = 0
ORDER BY c.row_id
