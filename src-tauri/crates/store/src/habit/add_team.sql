INSERT INTO team_figures (round_id, shown, agreed, interviewer_id, created_at)
VALUES (:round, :shown, :agreed, :interviewer, :at)
