SELECT 1 AS shared FROM habit_share WHERE interviewer_id = :interviewer
