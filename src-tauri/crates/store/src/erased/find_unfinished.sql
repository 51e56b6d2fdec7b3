SELECT row_id FROM erased WHERE finished = 0 LIMIT 1
