SELECT a.id, a.candidate_id, a.kit_id, a.interviewers, a.starts_at, a.ends_at, a.location, a.uid, a.occurrence,
    a.interview_id
FROM candidate c
JOIN appointment a ON a.candidate_id = c.id
WHERE c.round_id = :round
ORDER BY a.starts_at, a.row_id
