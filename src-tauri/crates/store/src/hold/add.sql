INSERT INTO hold (candidate_id, reason, set_by, set_at) VALUES (:candidate, :reason, :by, :at)
