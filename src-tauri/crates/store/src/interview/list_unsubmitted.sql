SELECT id, candidate_id, role_id, candidate_name, interviewer_id, interviewer_name, host_id, session_id, part, phase, mode,
    held_at, begun_at, created_at, submitted_at, kit_title, saved_at, questions, rated, entries, ended_at
FROM interview_summary
WHERE id IN (SELECT u.id FROM interview u INDEXED BY interview_owed WHERE u.submitted = 0 AND u.phase NOT IN ('no_show', 'withdrawn'))
-- The newest meeting first; where two write at this laptop, its owner's scorecard before the other's.
ORDER BY max(created_at) OVER (PARTITION BY session_id) DESC, host_id IS NOT NULL, created_at DESC, row_id DESC
