-- When the first scorecard on a real candidate for the role was submitted.
SELECT min(s.submitted_at) AS locked_at
FROM scorecard s
JOIN interview i ON i.id = s.interview_id
JOIN candidate c ON c.id = i.candidate_id
WHERE c.role_id = :role AND c.practice = 0 AND c.sample = 0
