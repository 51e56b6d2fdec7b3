DELETE FROM candidate WHERE practice = 1
