SELECT row_id, id, role_id, round_id, created_at FROM candidate INDEXED BY candidate_added
WHERE sample = 0 AND practice = 0 AND created_at < :before AND (created_at, row_id) > (:after, :row)
ORDER BY created_at, row_id
LIMIT :limit
