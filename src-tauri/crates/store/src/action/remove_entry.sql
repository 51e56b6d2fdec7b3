DELETE FROM action WHERE interview_id = :interview AND seq <= (
    SELECT max(n.seq) FROM action n
    WHERE n.interview_id = :interview AND n.place = action.place AND instr(n.doc, :entry) > 0
)
