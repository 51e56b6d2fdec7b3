SELECT id, name, role_id, sample, created_at FROM candidate WHERE id = :id
