SELECT sequence, created_at, actor_id, act, subjects, content, previous, hash FROM log
WHERE sequence < :before ORDER BY sequence DESC LIMIT :limit
