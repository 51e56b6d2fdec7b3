INSERT INTO candidate (id, owner_id, name, folded, spoken_name, role_id, round_id, sample, practice, created_at)
VALUES (:id, :owner, :name, :folded, :spoken, :role, :round, :sample, :practice, :added)
