SELECT id, role_id, title, kits FROM round ORDER BY row_id DESC
