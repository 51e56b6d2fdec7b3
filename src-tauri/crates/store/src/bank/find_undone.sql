SELECT row_id, kind, doc FROM bank_action WHERE undone = 1 ORDER BY row_id LIMIT 1
