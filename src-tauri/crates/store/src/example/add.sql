INSERT INTO example (id, question_id, level, text, interview_id, created_at)
VALUES (:id, :question, :level, :text, :interview, :now)
