INSERT INTO import_change (import_id, candidate_id, doc) VALUES (:import, :candidate, :doc)
