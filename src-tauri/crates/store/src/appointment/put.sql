INSERT INTO appointment
    (id, candidate_id, kit_id, interviewers, starts_at, ends_at, location, uid, occurrence, interview_id)
VALUES (:id, :candidate, :kit, :interviewers, :starts, :ends, :location, :uid, :occurrence, :interview)
ON CONFLICT (id) DO UPDATE SET
    candidate_id = excluded.candidate_id, kit_id = excluded.kit_id, interviewers = excluded.interviewers,
    starts_at = excluded.starts_at, ends_at = excluded.ends_at, location = excluded.location, uid = excluded.uid,
    occurrence = excluded.occurrence, interview_id = excluded.interview_id
