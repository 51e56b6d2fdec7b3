SELECT question_id, number, asked FROM probe
WHERE interview_id = :interview AND question_id = :question
ORDER BY number
