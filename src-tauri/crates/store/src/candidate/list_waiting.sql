SELECT id, name, spoken_name, role_id, round_id, sample, practice, created_at FROM candidate INDEXED BY candidate_waiting
WHERE waits = 1 AND practice = 0
ORDER BY row_id DESC
LIMIT :limit
