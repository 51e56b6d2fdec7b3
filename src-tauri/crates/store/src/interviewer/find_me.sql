SELECT id, name FROM interviewer WHERE is_me = 1
