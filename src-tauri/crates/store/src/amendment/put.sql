INSERT INTO amendment_draft (interview_id, doc) VALUES (:interview, :doc)
ON CONFLICT (interview_id) DO UPDATE SET doc = excluded.doc
