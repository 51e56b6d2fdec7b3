INSERT INTO question_record (interview_id, question_id, rating, rated_at)
VALUES (:interview, :question, :rating, :now)
ON CONFLICT (interview_id, question_id) DO UPDATE SET rating = excluded.rating, rated_at = excluded.rated_at
