SELECT doc FROM role ORDER BY row_id
