INSERT INTO role (id, doc, created_at, changed_at) VALUES (:id, :doc, :now, :now)
ON CONFLICT (id) DO UPDATE SET doc = excluded.doc, changed_at = excluded.changed_at
