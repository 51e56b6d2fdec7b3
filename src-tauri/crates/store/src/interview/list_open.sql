SELECT i.candidate_id, c.name AS candidate_name, c.role_id, c.round_id, c.sample
FROM interview i INDEXED BY interview_owed
JOIN candidate c ON c.id = i.candidate_id
WHERE i.submitted = 0 AND i.phase NOT IN ('no_show', 'withdrawn')
    AND (i.interviewer_id = :interviewer OR i.host_id = :interviewer) AND c.practice = 0
ORDER BY i.row_id
