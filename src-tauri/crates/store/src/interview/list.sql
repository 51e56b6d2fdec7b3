SELECT row_id, id, candidate_id, role_id, candidate_name, interviewer_id, interviewer_name, host_id, session_id, part, phase,
    mode, held_at, begun_at, created_at, submitted_at, kit_title, saved_at, questions, rated, entries, ended_at
FROM interview_summary
WHERE id IN (SELECT i.id FROM interview i CROSS JOIN candidate c ON c.id = i.candidate_id
    WHERE i.row_id < :before AND c.practice = 0
    ORDER BY i.row_id DESC LIMIT :limit)
-- The newest meeting first; where two write at this laptop, its owner's scorecard before the other's.
ORDER BY max(created_at) OVER (PARTITION BY session_id) DESC, host_id IS NOT NULL, created_at DESC, row_id DESC
