INSERT INTO scorecard_version (interview_id, number, doc, hash, created_at, reason, after_seeing_others)
VALUES (:interview, :number, :doc, :hash, :at, :reason, :after)
