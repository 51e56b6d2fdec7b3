SELECT candidate_id FROM imported_scorecard WHERE source = :source AND person_id = :person AND person_id <> ''
ORDER BY row_id LIMIT 1
