INSERT INTO draft (interview_id, question_id, kind, text, at_seconds)
VALUES (:interview, :question, :kind, :text, :at)
ON CONFLICT (interview_id, ifnull(question_id, ''))
DO UPDATE SET kind = excluded.kind, text = excluded.text, at_seconds = excluded.at_seconds
