INSERT INTO attachment (id, interview_id, place, name, kind, sha256, created_at, size, bytes)
VALUES (:id, :interview, :place, :name, :kind, :sha256, :added, :size, :bytes)
