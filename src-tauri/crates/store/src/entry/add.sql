INSERT INTO entry (id, interview_id, question_id, kind, text, at_seconds, created_at, rev)
VALUES (:id, :interview, :question, :kind, :text, :at, :kept, :rev)
