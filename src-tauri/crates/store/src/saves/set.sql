UPDATE save_count SET saves = :saves WHERE row_id = 1
