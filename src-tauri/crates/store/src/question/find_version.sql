SELECT row_id, number, hash, doc, origin, created_at FROM question_version
WHERE question_id = :question AND hash = :hash
ORDER BY number DESC LIMIT 1
