UPDATE interviewer SET is_me = 1 WHERE id = :id
