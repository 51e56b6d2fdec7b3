SELECT h.candidate_id, h.reason, h.set_at, i.id, i.name
FROM hold h
JOIN interviewer i ON i.id = h.set_by
WHERE h.lifted_at IS NULL
ORDER BY h.row_id
