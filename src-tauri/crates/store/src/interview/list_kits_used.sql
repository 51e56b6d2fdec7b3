SELECT i.kit_id, i.kit_number, count(*) AS times
FROM interview i
JOIN candidate c ON c.id = i.candidate_id
WHERE c.practice = 0 AND c.sample = :sample AND i.phase NOT IN ('no_show', 'withdrawn')
    AND (c.round_id = :round OR ((c.round_id IS NULL OR :round IS NULL) AND c.role_id = :role))
GROUP BY i.kit_id, i.kit_number
