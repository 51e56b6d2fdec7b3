DELETE FROM habit_share WHERE interviewer_id = :interviewer
