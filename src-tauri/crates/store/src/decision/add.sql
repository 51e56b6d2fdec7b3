INSERT INTO decision (candidate_id, round_id, number, doc, hash, created_at)
VALUES (:candidate, :round, :number, :doc, :hash, :at)
