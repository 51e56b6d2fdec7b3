DELETE FROM draft WHERE interview_id = :interview AND question_id IS :question
