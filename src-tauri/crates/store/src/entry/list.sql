SELECT id, place, kind, link_target, link_number, text, at_seconds, created_at, rev
FROM entry WHERE interview_id = :interview AND removed_at IS NULL AND hidden_at IS NULL
ORDER BY row_id
