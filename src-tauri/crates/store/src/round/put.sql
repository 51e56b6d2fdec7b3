INSERT INTO round (id, role_id, title, kits, created_at) VALUES (:id, :role, :title, :kits, :now)
ON CONFLICT (id) DO UPDATE SET title = excluded.title, kits = excluded.kits
