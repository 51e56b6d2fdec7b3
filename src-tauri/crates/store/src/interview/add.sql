INSERT INTO interview (id, candidate_id, interviewer_id, host_id, session_id, part, kit_id, kit_number, created_at, saved_at)
VALUES (:id, :candidate, :interviewer, :host, :session, :part, :kit, :number, :started, :started)
