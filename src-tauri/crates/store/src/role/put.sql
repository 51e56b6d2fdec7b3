INSERT INTO role (id, doc, own, created_at, changed_at) VALUES (:id, :doc, :own, :now, :now)
ON CONFLICT (id) DO UPDATE SET doc = excluded.doc, own = excluded.own, in_bank = 1, changed_at = excluded.changed_at
