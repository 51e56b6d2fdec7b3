SELECT i.interviewer_id, s.submitted_at
FROM interview i LEFT JOIN scorecard s ON s.interview_id = i.id
WHERE i.id = :id
