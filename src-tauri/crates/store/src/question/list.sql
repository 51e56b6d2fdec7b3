SELECT v.number, v.hash, v.doc
FROM question q
JOIN question_newest n ON n.question_id = q.id
JOIN question_version v ON v.row_id = n.row_id
ORDER BY q.row_id
