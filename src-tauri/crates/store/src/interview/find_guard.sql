SELECT i.interviewer_id, i.host_id, i.session_id, i.part, i.phase, c.practice, s.submitted_at
FROM interview i
JOIN candidate c ON c.id = i.candidate_id
LEFT JOIN scorecard s ON s.interview_id = i.id
WHERE i.id = :id
