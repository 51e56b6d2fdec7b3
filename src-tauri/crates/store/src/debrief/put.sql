INSERT INTO debrief (candidate_id, round_id, doc) VALUES (:candidate, :round, :doc)
ON CONFLICT (candidate_id, round_id) DO UPDATE SET doc = excluded.doc
