SELECT id, role_id, title, kits FROM round WHERE id = :id
