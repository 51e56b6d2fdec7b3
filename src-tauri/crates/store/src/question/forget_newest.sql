DELETE FROM question_newest WHERE question_id = :question
