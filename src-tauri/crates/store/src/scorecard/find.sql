SELECT recommendation, reason, submitted_at, hash, doc, minutes, anyway
FROM scorecard WHERE interview_id = :interview
