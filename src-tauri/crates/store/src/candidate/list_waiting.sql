SELECT id, name, spoken_name, role_id, round_id, sample, practice, created_at FROM candidate
WHERE practice = 0
    AND NOT EXISTS (SELECT 1 FROM interview i WHERE i.candidate_id = candidate.id AND (i.phase <> 'no_show' OR i.submitted = 1))
ORDER BY created_at DESC, row_id DESC
