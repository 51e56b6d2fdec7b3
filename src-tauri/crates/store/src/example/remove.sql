DELETE FROM example WHERE id = :id RETURNING question_id
