SELECT id, hidden_topic, at_seconds, hidden_at FROM entry
WHERE interview_id = :interview AND hidden_at IS NOT NULL AND removed_at IS NULL
ORDER BY created_at, row_id
