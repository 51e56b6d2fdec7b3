SELECT id, hidden_topic, at_seconds, hidden_at FROM entry INDEXED BY entry_marked
WHERE interview_id = :interview AND hidden_at IS NOT NULL AND removed_at IS NULL
ORDER BY row_id
