UPDATE action SET doc = :doc WHERE interview_id = :interview AND place = :place AND seq = :seq
