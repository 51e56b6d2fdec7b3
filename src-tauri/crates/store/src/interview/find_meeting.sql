SELECT phase, phase_reason, mode, held_at, begun_at, ended_at, elapsed_seconds, told_at, late_minutes, early_minutes,
    more_minutes, break_minutes, questions_ahead
FROM interview WHERE id = :id
