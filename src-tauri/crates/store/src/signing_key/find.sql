SELECT seed FROM signing_key WHERE interviewer_id = :interviewer
