DELETE FROM bank_action WHERE row_id <= (SELECT max(row_id) FROM bank_action) - :kept
