INSERT INTO candidate (id, owner_id, name, spoken_name, role_id, sample, practice, created_at)
VALUES (:id, :owner, :name, :spoken, :role, :sample, :practice, :added)
