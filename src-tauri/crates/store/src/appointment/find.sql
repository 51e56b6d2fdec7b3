SELECT a.id, a.candidate_id, a.kit_id, a.interviewers, a.starts_at, a.ends_at, a.location, a.uid, a.occurrence,
    a.interview_id
FROM appointment a
WHERE a.id = :id
