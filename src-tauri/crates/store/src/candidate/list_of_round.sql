SELECT id, name, spoken_name, role_id, round_id, sample, practice, created_at FROM candidate
WHERE round_id = :round AND practice = 0
ORDER BY row_id DESC
