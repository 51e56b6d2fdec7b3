SELECT e.id, e.interview_id, e.text, e.created_at, p.name AS interviewer
FROM interview i
JOIN scorecard s ON s.interview_id = i.id
JOIN interviewer p ON p.id = i.interviewer_id
JOIN entry e ON e.interview_id = i.id
WHERE i.candidate_id = :candidate AND i.id <> :except AND s.submitted_at IS NOT NULL
    AND e.kind = 'follow_up' AND e.removed_at IS NULL AND e.hidden_at IS NULL AND e.settled_at IS NULL
ORDER BY e.row_id
