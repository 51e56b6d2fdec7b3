SELECT DISTINCT source, person_id FROM imported_scorecard WHERE candidate_id = :candidate AND person_id <> ''
