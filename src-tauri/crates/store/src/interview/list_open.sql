SELECT i.candidate_id, c.name AS candidate_name, c.role_id, c.round_id, c.sample
FROM interview i
JOIN candidate c ON c.id = i.candidate_id
LEFT JOIN scorecard s ON s.interview_id = i.id
WHERE (i.interviewer_id = :interviewer OR i.host_id = :interviewer) AND s.submitted_at IS NULL
    AND i.phase NOT IN ('no_show', 'withdrawn') AND c.practice = 0
ORDER BY i.row_id
