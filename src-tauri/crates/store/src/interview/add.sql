INSERT INTO interview (id, candidate_id, interviewer_id, kit_id, kit_number, created_at, saved_at)
VALUES (:id, :candidate, :interviewer, :kit, :number, :started, :started)
