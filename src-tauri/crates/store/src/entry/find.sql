SELECT interview_id, id, question_id, kind, text, at_seconds, created_at, rev, removed_at
FROM entry WHERE id = :id
