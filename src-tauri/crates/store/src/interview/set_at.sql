UPDATE interview SET at_question_id = :question WHERE id = :id
