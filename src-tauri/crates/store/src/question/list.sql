SELECT v.row_id, v.number, v.hash, v.doc, v.origin, v.created_at,
    q.pack, q.newest, q.archived_at, q.leaked_at, q.offered, q.created_at AS added_at,
    (SELECT count(DISTINCT u.interview_id) FROM question_use u WHERE u.question_id = q.id) AS uses,
    (SELECT max(u.used_at) FROM question_use u WHERE u.question_id = q.id) AS used_at
FROM question q JOIN question_version v ON v.row_id = q.newest_row
WHERE q.archived_at IS NULL
ORDER BY q.row_id
