INSERT INTO bank_action (kind, created_at, doc) VALUES (:kind, :now, :doc)
