-- What the questions of the bank can be filtered by, with how many have it.
SELECT 'pack' AS facet, q.pack AS value, count(*) AS questions FROM question q
WHERE q.newest_row IS NOT NULL AND q.archived_at IS NULL GROUP BY q.pack
UNION ALL
SELECT 'section', q.section, count(*) FROM question q
WHERE q.newest_row IS NOT NULL AND q.archived_at IS NULL GROUP BY q.section
UNION ALL
SELECT 'type', q.type, count(*) FROM question q
WHERE q.newest_row IS NOT NULL AND q.archived_at IS NULL GROUP BY q.type
UNION ALL
SELECT 'competency', q.competency, count(*) FROM question q
WHERE q.newest_row IS NOT NULL AND q.archived_at IS NULL GROUP BY q.competency
UNION ALL
SELECT 'level', q.level, count(*) FROM question q
WHERE q.newest_row IS NOT NULL AND q.archived_at IS NULL GROUP BY q.level
UNION ALL
SELECT 'tag', t.tag, count(*) FROM question q JOIN question_tag t ON t.newest_row = q.newest_row
WHERE q.archived_at IS NULL GROUP BY t.tag
