SELECT created_at FROM seen WHERE interviewer_id = :interviewer AND candidate_id = :candidate
