DELETE FROM action WHERE interview_id = :interview
