SELECT row_id, id, name, spoken_name, role_id, round_id, sample, practice, created_at FROM candidate
WHERE practice = 0 AND row_id < :before
ORDER BY row_id DESC
LIMIT :limit
