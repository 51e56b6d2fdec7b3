INSERT INTO contact (candidate_id, doc) VALUES (:candidate, :doc)
ON CONFLICT (candidate_id) DO UPDATE SET doc = excluded.doc
