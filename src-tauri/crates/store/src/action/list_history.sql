SELECT s.place,
    (SELECT kind FROM action a WHERE a.interview_id = :interview AND a.place = s.place AND a.undone = 0
        ORDER BY a.seq DESC LIMIT 1) AS undo,
    (SELECT kind FROM action a INDEXED BY action_undone
        WHERE a.interview_id = :interview AND a.place = s.place AND a.undone = 1
        ORDER BY a.seq LIMIT 1) AS redo
FROM (SELECT DISTINCT place FROM action WHERE interview_id = :interview) s
