SELECT id, candidate_id, role_id, candidate_name, interviewer_id, interviewer_name, host_id, session_id, part, phase, mode,
    held_at, begun_at, created_at, submitted_at, kit_title, saved_at, questions, rated, entries, ended_at
FROM interview_summary
WHERE id IN (SELECT s.interview_id FROM scorecard s
    WHERE s.submitted_at IS NOT NULL AND EXISTS (SELECT 1 FROM interview i JOIN candidate c ON c.id = i.candidate_id
        WHERE i.id = s.interview_id AND c.practice = 0)
    ORDER BY s.submitted_at DESC LIMIT :most)
ORDER BY submitted_at DESC
