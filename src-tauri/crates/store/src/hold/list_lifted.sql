SELECT set_at, lifted_at FROM hold WHERE candidate_id = :candidate AND lifted_at IS NOT NULL ORDER BY set_at, row_id
