SELECT id, name, role_id, sample, created_at FROM candidate ORDER BY created_at DESC, row_id DESC
