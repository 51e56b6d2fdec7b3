-- In the order of the index, so that it is read no further than the page.
SELECT c.row_id, c.id, c.name, c.spoken_name, c.role_id, c.round_id, c.sample, c.practice, c.created_at
FROM candidate_search s
CROSS JOIN candidate c ON c.row_id = s.rowid
WHERE s.candidate_search MATCH :query AND s.rowid < :before
    AND c.practice = 0 AND (:role IS NULL OR c.role_id = :role)
ORDER BY s.rowid DESC
LIMIT :limit
