INSERT INTO log (sequence, created_at, actor_id, act, subjects, content, previous, hash)
VALUES (:sequence, :at, :actor, :act, :subjects, :content, :previous, :hash)
