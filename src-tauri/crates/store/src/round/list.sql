SELECT id, role_id, title, kits, owner_id FROM round ORDER BY row_id DESC
