UPDATE interview SET phase = :phase, phase_reason = :reason, mode = :mode, held_at = :held, begun_at = :begun,
    ended_at = :ended, elapsed_seconds = :elapsed, told_at = :told, late_minutes = :late, early_minutes = :early,
    more_minutes = :more, break_minutes = :breaks, questions_ahead = :ahead
WHERE id = :id
