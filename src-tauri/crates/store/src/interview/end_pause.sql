UPDATE pause SET ended_at = max(began_at, :now) WHERE interview_id = :id AND ended_at IS NULL
