INSERT INTO retention_rule (id, doc, changed_at) VALUES (:id, :doc, :at)
ON CONFLICT (id) DO UPDATE SET doc = excluded.doc, changed_at = excluded.changed_at
