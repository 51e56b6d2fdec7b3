UPDATE action SET undone = :undone WHERE interview_id = :interview AND place = :place AND seq = :seq
