-- Every submitted scorecard on a real candidate that has the question, oldest first.
SELECT c.role_id, v.hash, r.rating, ifnull(r.spent_seconds, 0) AS spent_seconds,
    coalesce(
        (SELECT p.value ->> '$.minutes' FROM json_each(k.doc, '$.questions') p
            WHERE p.value ->> '$.question_id' = v.question_id),
        v.doc ->> '$.minutes', 0) AS planned_minutes,
    NOT EXISTS (
        SELECT 1 FROM kit_question o JOIN question_version w ON w.row_id = o.version_row
        WHERE o.kit_row = k.row_id AND NOT EXISTS (
            SELECT 1 FROM question_record x
            WHERE x.interview_id = i.id AND x.question_id = w.question_id AND x.rating IS NOT NULL)) AS complete,
    (SELECT group_concat(x.rating, '') FROM question_record x
        WHERE x.interview_id = i.id AND x.question_id <> v.question_id AND length(x.rating) = 1) AS others
FROM question_version v
JOIN kit_question q ON q.version_row = v.row_id
JOIN kit_version k ON k.row_id = q.kit_row
JOIN interview i ON i.kit_id = k.kit_id AND i.kit_number = k.number
JOIN candidate c ON c.id = i.candidate_id
JOIN scorecard s ON s.interview_id = i.id
LEFT JOIN question_record r ON r.interview_id = i.id AND r.question_id = v.question_id
WHERE v.question_id = :question AND s.submitted_at IS NOT NULL AND c.practice = 0 AND c.sample = 0
ORDER BY i.created_at, i.row_id
