SELECT id, hidden_topic, at_seconds, hidden_at FROM entry WHERE id = :id AND hidden_at IS NOT NULL
