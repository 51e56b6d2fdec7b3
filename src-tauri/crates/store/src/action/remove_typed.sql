DELETE FROM action WHERE interview_id = :interview AND kind = 'typed' AND entry_id = :entry
