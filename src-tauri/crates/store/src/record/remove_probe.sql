DELETE FROM probe WHERE interview_id = :interview AND question_id = :question AND number = :number
