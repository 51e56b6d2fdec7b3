SELECT id FROM entry INDEXED BY entry_marked
WHERE interview_id = :interview AND settled_at IS NOT NULL AND hidden_at IS NULL AND removed_at IS NULL
ORDER BY row_id
