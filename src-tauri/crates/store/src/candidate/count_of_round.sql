SELECT count(*) AS candidates,
    (SELECT count(*) FROM candidate p JOIN appointment a ON a.candidate_id = p.id WHERE p.round_id = :round) AS planned
FROM candidate WHERE round_id = :round AND practice = 0
