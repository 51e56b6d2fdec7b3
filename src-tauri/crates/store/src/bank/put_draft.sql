INSERT INTO bank_draft (kind, id, doc, saved_at) VALUES (:kind, :id, :doc, :now)
ON CONFLICT (kind, id) DO UPDATE SET doc = excluded.doc, saved_at = excluded.saved_at
