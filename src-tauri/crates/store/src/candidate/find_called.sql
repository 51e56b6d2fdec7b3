SELECT count(*) FILTER (WHERE submitted = 1) AS submitted,
    count(*) FILTER (WHERE submitted = 0 AND phase NOT IN ('no_show', 'withdrawn')) AS open
FROM interview WHERE candidate_id = :candidate
