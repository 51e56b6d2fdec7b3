-- One page of what has all the words, and how many there are in all. Ranked only on request: it looks at every match. A
-- word in the title counts for four in the body.
WITH hit AS MATERIALIZED (
    SELECT rowid AS row, iif(:ranked, bm25(question_search, 4.0, 1.0), 0.0) AS score
    FROM question_search WHERE question_search MATCH :query
),
found AS MATERIALIZED (
    SELECT q.newest_row AS row, h.score
    FROM question q LEFT JOIN hit h ON h.row = q.newest_row
    WHERE q.newest_row IS NOT NULL AND (:everything OR h.row IS NOT NULL)
        AND (q.archived_at IS NOT NULL) = :archived
        AND (:pack IS NULL OR q.pack = :pack)
        AND (:section IS NULL OR q.section = :section)
        AND (:type IS NULL OR q.type = :type)
        AND (:competency IS NULL OR q.competency = :competency)
        AND (:level IS NULL OR q.level = :level)
        AND (:tag IS NULL OR EXISTS (SELECT 1 FROM question_tag t WHERE t.newest_row = q.newest_row AND t.tag = :tag))
        AND (:leaked = 0 OR q.leaked_at IS NOT NULL)
        AND (:offered = 0 OR q.offered IS NOT NULL)
        AND (:never_used = 0 OR NOT EXISTS (SELECT 1 FROM question_use u WHERE u.question_id = q.id))
        AND (:stale = 0 OR q.created_at < :stale_before
            AND NOT EXISTS (SELECT 1 FROM question_use u WHERE u.question_id = q.id AND u.used_at >= :stale_before))
)
SELECT (SELECT count(*) FROM found) AS total,
    v.row_id, v.number, v.hash, v.doc, v.origin, v.created_at,
    q.pack, q.newest, q.archived_at, q.leaked_at, q.offered, q.created_at AS added_at,
    (SELECT count(DISTINCT u.interview_id) FROM question_use u WHERE u.question_id = q.id) AS uses,
    (SELECT max(u.used_at) FROM question_use u WHERE u.question_id = q.id) AS used_at
FROM (SELECT row, score FROM found ORDER BY score, row DESC LIMIT :limit OFFSET :offset) p
JOIN question q ON q.newest_row = p.row
JOIN question_version v ON v.row_id = p.row
ORDER BY p.score, p.row DESC
