SELECT doc FROM debrief WHERE candidate_id = :candidate ORDER BY row_id
