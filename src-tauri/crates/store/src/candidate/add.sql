INSERT INTO candidate (id, owner_id, name, role_id, sample, created_at)
VALUES (:id, :owner, :name, :role, :sample, :added)
