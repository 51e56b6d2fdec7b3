SELECT question_id, kind, text, at_seconds FROM draft
WHERE interview_id = :interview
ORDER BY row_id
