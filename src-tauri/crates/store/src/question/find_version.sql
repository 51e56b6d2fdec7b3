SELECT row_id, number, hash, doc FROM question_version
WHERE question_id = :question AND hash = :hash
ORDER BY number DESC LIMIT 1
