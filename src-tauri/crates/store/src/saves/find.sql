SELECT saves FROM save_count WHERE row_id = 1
