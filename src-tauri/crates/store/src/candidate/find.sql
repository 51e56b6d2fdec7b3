SELECT id, name, spoken_name, role_id, round_id, sample, practice, created_at FROM candidate WHERE id = :id
