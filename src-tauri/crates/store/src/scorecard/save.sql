INSERT INTO scorecard (interview_id, recommendation, reason, doc)
VALUES (:interview, :recommendation, :reason, :doc)
ON CONFLICT (interview_id) DO UPDATE
SET recommendation = excluded.recommendation, reason = excluded.reason, doc = excluded.doc
