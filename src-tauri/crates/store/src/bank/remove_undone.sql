DELETE FROM bank_action WHERE undone = 1
