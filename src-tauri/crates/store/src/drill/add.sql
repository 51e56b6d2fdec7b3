INSERT INTO drill_rating (interviewer_id, question_id, answer_id, content, given, agreed, created_at)
VALUES (:interviewer, :question, :answer, :content, :given, :agreed, :at)
