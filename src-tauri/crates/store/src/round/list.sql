SELECT row_id, id, role_id, title, kits, owner_id FROM round
WHERE row_id < :before
ORDER BY row_id DESC
LIMIT :limit
