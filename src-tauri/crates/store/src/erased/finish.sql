UPDATE erased SET finished = 1 WHERE finished = 0
