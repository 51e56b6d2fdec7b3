UPDATE entry SET question_id = :question, kind = :kind, text = :text, at_seconds = :at, rev = :rev
WHERE id = :id
