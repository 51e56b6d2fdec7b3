INSERT INTO seen (interviewer_id, candidate_id, created_at) VALUES (:interviewer, :candidate, :at)
ON CONFLICT (interviewer_id, candidate_id) DO NOTHING
