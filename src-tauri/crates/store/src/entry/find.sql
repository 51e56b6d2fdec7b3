SELECT interview_id, id, place, kind, link_target, link_number, text, at_seconds, created_at, rev, removed_at
FROM entry WHERE id = :id
