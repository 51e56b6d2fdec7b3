INSERT INTO imported_scorecard (candidate_id, source, source_id, person_id, doc, created_at)
VALUES (:candidate, :source, :source_id, :person, :doc, :now)
ON CONFLICT (source, source_id) DO UPDATE SET
    candidate_id = excluded.candidate_id, person_id = excluded.person_id, doc = excluded.doc
