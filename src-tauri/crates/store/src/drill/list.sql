SELECT question_id, answer_id, content, given, agreed, created_at FROM drill_rating
WHERE interviewer_id = :interviewer ORDER BY row_id
