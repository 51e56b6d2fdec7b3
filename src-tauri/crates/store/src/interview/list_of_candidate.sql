SELECT id FROM interview WHERE candidate_id = :candidate ORDER BY created_at, row_id
