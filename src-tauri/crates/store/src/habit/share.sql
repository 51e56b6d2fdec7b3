INSERT INTO habit_share (interviewer_id, created_at) VALUES (:interviewer, :at)
ON CONFLICT (interviewer_id) DO NOTHING
