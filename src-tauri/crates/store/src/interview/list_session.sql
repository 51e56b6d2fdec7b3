SELECT i.id FROM interview i LEFT JOIN scorecard s ON s.interview_id = i.id
WHERE i.session_id = :session AND s.submitted_at IS NULL
ORDER BY i.row_id
