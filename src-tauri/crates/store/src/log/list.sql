SELECT sequence, created_at, actor_id, act, subjects, content, previous, hash FROM log ORDER BY sequence
