INSERT INTO question_record (interview_id, question_id, deviation, deviation_reason)
VALUES (:interview, :question, :deviation, :reason)
ON CONFLICT (interview_id, question_id)
DO UPDATE SET deviation = excluded.deviation, deviation_reason = excluded.deviation_reason
