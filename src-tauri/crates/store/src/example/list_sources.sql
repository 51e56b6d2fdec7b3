-- One's own interviews with real candidates that asked the question, newest first.
SELECT u.interview_id, u.used_at, c.name AS candidate
FROM question_use u
JOIN interview i ON i.id = u.interview_id
JOIN candidate c ON c.id = i.candidate_id
WHERE u.question_id = :question AND i.interviewer_id = :interviewer
ORDER BY u.used_at DESC, i.row_id DESC
LIMIT :limit
