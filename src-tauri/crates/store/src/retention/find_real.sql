SELECT 1 AS here FROM candidate WHERE sample = 0 AND practice = 0 LIMIT 1
