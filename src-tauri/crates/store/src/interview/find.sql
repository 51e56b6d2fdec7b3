SELECT i.candidate_id, i.interviewer_id, p.name AS interviewer_name, i.kit_id, i.kit_number, i.at_question_id,
    i.created_at
FROM interview i
JOIN interviewer p ON p.id = i.interviewer_id
WHERE i.id = :id
