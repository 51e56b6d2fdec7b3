-- Newest first: the index is walked backwards and left at the limit. Never by rank while typing: that ranks every match.
SELECT v.number, v.hash, v.doc
FROM (SELECT rowid FROM question_search WHERE question_search MATCH :query ORDER BY rowid DESC LIMIT :limit) s
JOIN question_version v ON v.row_id = s.rowid
ORDER BY s.rowid DESC
