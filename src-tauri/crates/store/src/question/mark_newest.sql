INSERT INTO question_newest (row_id, question_id, folded_title, folded_body)
VALUES (:row, :question, :title, :body)
