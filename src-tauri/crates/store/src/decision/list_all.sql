SELECT doc, hash FROM decision ORDER BY row_id
