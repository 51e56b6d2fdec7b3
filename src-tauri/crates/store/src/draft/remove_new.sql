DELETE FROM draft WHERE interview_id = :interview AND place = :place AND ifnull(entry_id, '') = ''
