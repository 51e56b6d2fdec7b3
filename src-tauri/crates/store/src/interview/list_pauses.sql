SELECT cause, at_seconds, began_at, ended_at FROM pause WHERE interview_id = :id ORDER BY row_id
