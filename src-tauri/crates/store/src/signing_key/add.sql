INSERT INTO signing_key (interviewer_id, seed, created_at) VALUES (:interviewer, :seed, :at)
