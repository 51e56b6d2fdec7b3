SELECT doc FROM imported_scorecard WHERE candidate_id = :candidate ORDER BY row_id
