UPDATE interview SET saved_at = max(saved_at, :now) WHERE id = :id
