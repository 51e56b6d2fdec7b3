INSERT INTO kit (id, created_at, pack) VALUES (:id, :now, :pack)
ON CONFLICT (id) DO NOTHING
