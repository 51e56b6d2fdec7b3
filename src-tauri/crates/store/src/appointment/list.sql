SELECT a.id, a.candidate_id, a.kit_id, a.interviewers, a.starts_at, a.ends_at, a.location, a.uid, a.occurrence,
    a.interview_id
FROM appointment a INDEXED BY appointment_end
WHERE a.ends_at > :from AND a.starts_at < :until
ORDER BY a.starts_at, a.row_id
