SELECT doc, hash FROM decision WHERE candidate_id = :candidate AND round_id = :round ORDER BY number
