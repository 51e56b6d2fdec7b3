SELECT t.shown, t.agreed, i.name, t.created_at FROM team_figures t JOIN interviewer i ON i.id = t.interviewer_id
WHERE t.round_id = :round ORDER BY t.row_id DESC LIMIT 1
