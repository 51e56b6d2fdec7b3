UPDATE interviewer SET is_me = 0 WHERE is_me = 1 AND id <> :id
