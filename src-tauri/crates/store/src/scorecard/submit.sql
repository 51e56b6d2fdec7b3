UPDATE scorecard SET submitted_at = :at, hash = :hash, minutes = :minutes, anyway = :anyway
WHERE interview_id = :interview
