INSERT INTO scorecard (interview_id, recommendation, reason, submitted_at, hash)
VALUES (:interview, :recommendation, :reason, :now, :hash)
ON CONFLICT (interview_id) DO UPDATE
SET recommendation = excluded.recommendation, reason = excluded.reason, submitted_at = excluded.submitted_at,
    hash = excluded.hash
