INSERT INTO pause (interview_id, cause, at_seconds, began_at, ended_at) VALUES (:id, :cause, :at, :began, :ended)
