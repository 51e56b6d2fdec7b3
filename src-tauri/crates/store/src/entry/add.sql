INSERT INTO entry (id, interview_id, place, kind, link_target, link_number, text, at_seconds, created_at, rev)
VALUES (:id, :interview, :place, :kind, :target, :number, :text, :at, :kept, :rev)
