SELECT question_id, number, asked FROM probe
WHERE interview_id = :interview
ORDER BY question_id, number
