-- Interviews with real candidates whose scorecards are to come, and whether each asks the question.
SELECT c.role_id, c.name AS candidate, i.interviewer_id, i.host_id,
    EXISTS (
        SELECT 1 FROM kit_version k
        JOIN kit_question q ON q.kit_row = k.row_id
        JOIN question_version v ON v.row_id = q.version_row
        WHERE k.kit_id = i.kit_id AND k.number = i.kit_number AND v.question_id = :question) AS asks
FROM interview i INDEXED BY interview_owed
JOIN candidate c ON c.id = i.candidate_id
WHERE i.submitted = 0 AND i.phase NOT IN ('no_show', 'withdrawn') AND c.practice = 0 AND c.sample = 0
ORDER BY i.row_id
