SELECT number, created_at, reason, after_seeing_others FROM scorecard_version
WHERE interview_id = :interview
ORDER BY number
