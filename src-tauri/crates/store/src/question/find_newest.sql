SELECT v.row_id, v.number, v.hash, v.doc, v.origin, v.created_at
FROM question q JOIN question_version v ON v.row_id = q.newest_row
WHERE q.id = :question
