SELECT interview_id, id, place, name, kind, sha256, created_at, size FROM attachment WHERE id = :id
