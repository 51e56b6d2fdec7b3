SELECT s.hash
FROM interview i
JOIN scorecard s ON s.interview_id = i.id
WHERE i.candidate_id = :candidate AND i.interviewer_id <> :interviewer AND s.submitted_at IS NOT NULL AND s.hash IS NOT NULL
ORDER BY i.row_id
