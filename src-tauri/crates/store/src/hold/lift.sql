UPDATE hold SET lifted_by = :by, lifted_at = :at WHERE candidate_id = :candidate AND lifted_at IS NULL
