-- Newest first, each with the interviews that it was or will be asked in.
SELECT v.row_id, v.number, v.hash, v.doc, v.origin, v.created_at,
    (SELECT count(*)
        FROM kit_question k
        JOIN kit_version n ON n.row_id = k.kit_row
        JOIN interview i ON i.kit_id = n.kit_id AND i.kit_number = n.number
        JOIN candidate c ON c.id = i.candidate_id
        WHERE k.version_row = v.row_id AND c.practice = 0) AS interviews
FROM question_version v
WHERE v.question_id = :question
ORDER BY v.number DESC
