INSERT INTO probe (interview_id, question_id, number, asked)
VALUES (:interview, :question, :number, :asked)
ON CONFLICT (interview_id, question_id, number) DO UPDATE SET asked = excluded.asked
