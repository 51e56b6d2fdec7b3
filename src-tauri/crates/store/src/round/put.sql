INSERT INTO round (id, role_id, title, kits, owner_id, created_at) VALUES (:id, :role, :title, :kits, :owner, :now)
ON CONFLICT (id) DO UPDATE SET title = excluded.title, kits = excluded.kits, owner_id = excluded.owner_id
