DELETE FROM question_tag WHERE newest_row = (SELECT q.newest_row FROM question q WHERE q.id = :question)
