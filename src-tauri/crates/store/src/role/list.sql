SELECT doc FROM role WHERE in_bank = 1 ORDER BY row_id
