SELECT candidate_id, doc FROM imported_scorecard WHERE source = :source AND source_id = :source_id
