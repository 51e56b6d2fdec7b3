SELECT max(seq) AS seq FROM action WHERE interview_id = :interview AND place = :place
