UPDATE save_count SET saves = saves + 1 WHERE row_id = 1
