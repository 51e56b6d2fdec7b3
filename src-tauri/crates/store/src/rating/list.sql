SELECT question_id, rating, spent_seconds FROM question_record
WHERE interview_id = :interview
