SELECT id, role_id, title, kits, owner_id FROM round WHERE id = :id
