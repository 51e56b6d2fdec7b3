SELECT i.candidate_id, i.interviewer_id, p.name AS interviewer_name, i.host_id, i.session_id, i.part, i.kit_id, i.kit_number,
    i.at_place, i.created_at, i.phase, i.phase_reason, i.mode, i.held_at, i.begun_at, i.ended_at, i.elapsed_seconds,
    i.told_at, i.late_minutes, i.early_minutes, i.more_minutes, i.break_minutes, i.questions_ahead
FROM interview i
JOIN interviewer p ON p.id = i.interviewer_id
WHERE i.id = :id
