UPDATE candidate SET name = :name, role_id = :role WHERE id = :id
