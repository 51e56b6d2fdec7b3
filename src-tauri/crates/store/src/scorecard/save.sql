INSERT INTO scorecard (interview_id, recommendation, reason)
VALUES (:interview, :recommendation, :reason)
ON CONFLICT (interview_id) DO UPDATE SET recommendation = excluded.recommendation, reason = excluded.reason
