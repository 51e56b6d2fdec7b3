SELECT i.id FROM interview i LEFT JOIN scorecard s ON s.interview_id = i.id
WHERE i.candidate_id = :candidate AND i.interviewer_id = :interviewer AND s.submitted_at IS NULL
    AND i.phase NOT IN ('no_show', 'withdrawn')
ORDER BY i.row_id LIMIT 1
