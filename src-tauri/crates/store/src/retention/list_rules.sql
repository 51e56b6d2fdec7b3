SELECT doc FROM retention_rule ORDER BY row_id
