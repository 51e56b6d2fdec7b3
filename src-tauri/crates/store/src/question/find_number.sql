SELECT row_id, number, hash, doc, origin, created_at FROM question_version
WHERE question_id = :question AND number = :number
