INSERT INTO interviewer (id, name) VALUES (:id, :name)
ON CONFLICT (id) DO UPDATE SET name = excluded.name
