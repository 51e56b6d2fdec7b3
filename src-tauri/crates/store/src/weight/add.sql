INSERT INTO weight_change (role_id, interviewer_id, reason, weights, changed_at)
VALUES (:role, :interviewer, :reason, :weights, :now)
