SELECT question_id, target, number, state FROM tick
WHERE interview_id = :interview
ORDER BY question_id, target, number
