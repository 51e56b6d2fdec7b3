SELECT id, name, spoken_name, role_id, round_id, sample, practice, created_at FROM candidate
WHERE practice = 0
ORDER BY created_at DESC, row_id DESC
