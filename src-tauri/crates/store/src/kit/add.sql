INSERT INTO kit (id, created_at) VALUES (:id, :now)
ON CONFLICT (id) DO NOTHING
