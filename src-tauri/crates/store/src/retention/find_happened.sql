SELECT id, name, role_id, recorded_at, decided_at, outcome FROM happened WHERE id = :id
