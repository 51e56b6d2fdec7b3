INSERT INTO question_record (interview_id, question_id, spent_seconds) VALUES (:interview, :question, :seconds)
ON CONFLICT (interview_id, question_id) DO UPDATE SET spent_seconds = max(spent_seconds, excluded.spent_seconds)
