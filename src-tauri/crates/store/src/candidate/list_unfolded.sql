SELECT row_id, name FROM candidate WHERE folded = '' ORDER BY row_id
