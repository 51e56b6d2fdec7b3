SELECT v.doc
FROM kit_question q JOIN question_version v ON v.row_id = q.version_row
WHERE q.kit_row = :kit
ORDER BY q.place
