DELETE FROM amendment_draft WHERE interview_id = :interview
