SELECT row_id, kind, doc FROM bank_action WHERE undone = 0 ORDER BY row_id DESC LIMIT 1
