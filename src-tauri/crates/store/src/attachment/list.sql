SELECT id, place, name, kind, sha256, created_at, size FROM attachment
WHERE interview_id = :interview
ORDER BY created_at, row_id
