SELECT question_id, rating, unjudged, spent_seconds, deviation, deviation_reason FROM question_record
WHERE interview_id = :interview
