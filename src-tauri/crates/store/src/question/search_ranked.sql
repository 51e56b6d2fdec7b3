-- A word in the title counts for four in the body.
SELECT v.number, v.hash, v.doc
FROM (
    SELECT rowid, bm25(question_search, 4.0, 1.0) AS score
    FROM question_search WHERE question_search MATCH :query
    ORDER BY score, rowid DESC LIMIT :limit
) s
JOIN question_version v ON v.row_id = s.rowid
ORDER BY s.score, s.rowid DESC
