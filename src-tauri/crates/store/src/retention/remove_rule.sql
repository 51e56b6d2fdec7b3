DELETE FROM retention_rule WHERE id = :id
