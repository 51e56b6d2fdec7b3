DELETE FROM action WHERE interview_id = :interview AND place = :place AND seq = :seq
