INSERT INTO question_version (id, question_id, number, hash, doc, created_at)
VALUES (:uuid, :question, :number, :hash, :doc, :now)
