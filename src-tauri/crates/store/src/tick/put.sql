INSERT INTO tick (interview_id, question_id, target, number, state)
VALUES (:interview, :question, :target, :number, :state)
ON CONFLICT (interview_id, question_id, target, number) DO UPDATE SET state = excluded.state
