SELECT json_array_length(v.doc, '$.indicators') AS indicators, json_array_length(v.doc, '$.red_flags') AS red_flags,
    json_array_length(v.doc, '$.probes') AS probes
FROM interview i
JOIN kit_version k ON k.kit_id = i.kit_id AND k.number = i.kit_number
JOIN kit_question q ON q.kit_row = k.row_id
JOIN question_version v ON v.row_id = q.version_row
WHERE i.id = :id AND v.question_id = :question
