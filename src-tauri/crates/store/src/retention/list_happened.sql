SELECT id, name, role_id, recorded_at, decided_at, outcome FROM happened WHERE created_at < :before ORDER BY created_at, id
