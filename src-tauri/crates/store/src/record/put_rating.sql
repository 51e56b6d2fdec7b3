INSERT INTO question_record (interview_id, question_id, rating, unjudged, rated_at)
VALUES (:interview, :question, :rating, :unjudged, :now)
ON CONFLICT (interview_id, question_id)
DO UPDATE SET rating = excluded.rating, unjudged = excluded.unjudged, rated_at = excluded.rated_at
