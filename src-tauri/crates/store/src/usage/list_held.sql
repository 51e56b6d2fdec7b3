SELECT i.id
FROM interview i
JOIN candidate c ON c.id = i.candidate_id
JOIN scorecard s ON s.interview_id = i.id
WHERE i.kit_id = :kit AND s.submitted_at IS NOT NULL AND c.practice = 0 AND c.sample = 0
ORDER BY i.row_id
