SELECT seq, kind, entry_id, typing, doc FROM action
WHERE interview_id = :interview AND place = :place AND undone = 0
ORDER BY seq DESC LIMIT 1
