INSERT INTO action (interview_id, place, seq, kind, entry_id, typing, doc)
VALUES (:interview, :place, :seq, :kind, :entry, :typing, :doc)
