SELECT seq, kind, entry_id, typing, doc FROM action INDEXED BY action_undone
WHERE interview_id = :interview AND place = :place AND undone = 1
ORDER BY seq LIMIT 1
