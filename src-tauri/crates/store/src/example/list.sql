SELECT id, level, text FROM example WHERE question_id = :question ORDER BY level, row_id
