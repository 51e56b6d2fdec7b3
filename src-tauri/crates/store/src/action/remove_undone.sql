DELETE FROM action INDEXED BY action_undone WHERE interview_id = :interview AND place = :place AND undone = 1
