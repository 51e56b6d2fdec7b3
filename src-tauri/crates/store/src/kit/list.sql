SELECT v.row_id, v.number, v.hash, v.doc, v.role_doc
FROM kit k
JOIN kit_version v ON v.kit_id = k.id AND v.number = (SELECT max(number) FROM kit_version WHERE kit_id = k.id)
ORDER BY k.row_id
