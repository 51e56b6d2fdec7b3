SELECT v.number, v.hash, v.doc
FROM question_newest n JOIN question_version v ON v.row_id = n.row_id
ORDER BY n.row_id DESC LIMIT :limit
