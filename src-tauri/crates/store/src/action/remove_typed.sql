DELETE FROM action WHERE interview_id = :interview AND place = :place AND kind = 'typed' AND entry_id = :entry
