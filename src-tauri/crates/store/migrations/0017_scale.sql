-- So that what is open, and what was submitted last, is found among any number of interviews. Whether one is submitted is
-- its scorecard's to say; here it is repeated where an index can hold it.
ALTER TABLE interview ADD COLUMN submitted INTEGER NOT NULL DEFAULT 0 CHECK (submitted IN (0, 1));
UPDATE interview SET submitted = 1 WHERE id IN (SELECT interview_id FROM scorecard WHERE submitted_at IS NOT NULL);
CREATE TRIGGER scorecard_is_submitted AFTER UPDATE OF submitted_at ON scorecard WHEN new.submitted_at IS NOT NULL
BEGIN UPDATE interview SET submitted = 1 WHERE id = new.interview_id; END;
CREATE TRIGGER scorecard_comes_submitted AFTER INSERT ON scorecard WHEN new.submitted_at IS NOT NULL
BEGIN UPDATE interview SET submitted = 1 WHERE id = new.interview_id; END;
CREATE INDEX interview_unsubmitted ON interview (created_at) WHERE submitted = 0;
CREATE INDEX interview_called ON interview (candidate_id, phase, submitted);
DROP INDEX interview_candidate;
CREATE INDEX scorecard_submitted ON scorecard (submitted_at) WHERE submitted_at IS NOT NULL;

-- An interview in a list.
CREATE VIEW interview_summary AS
SELECT i.row_id, i.id, i.candidate_id, c.role_id, c.name AS candidate_name, i.interviewer_id,
    p.name AS interviewer_name, i.host_id, i.session_id, i.part, i.phase, i.mode, i.held_at, i.begun_at, i.created_at,
    s.submitted_at, v.doc ->> '$.title' AS kit_title, i.saved_at,
    (SELECT count(*) FROM kit_question q WHERE q.kit_row = v.row_id) AS questions,
    (SELECT count(*) FROM question_record r WHERE r.interview_id = i.id AND r.rating IS NOT NULL) AS rated,
    (SELECT count(*) FROM entry e WHERE e.interview_id = i.id AND e.removed_at IS NULL)
        - (SELECT count(*) FROM entry h INDEXED BY entry_marked
            WHERE h.interview_id = i.id AND h.hidden_at IS NOT NULL AND h.removed_at IS NULL) AS entries,
    coalesce(i.ended_at, i.held_at,
        (SELECT max(n.created_at) FROM entry n WHERE n.interview_id = i.id AND n.removed_at IS NULL)) AS ended_at
FROM interview i
JOIN candidate c ON c.id = i.candidate_id
JOIN interviewer p ON p.id = i.interviewer_id
JOIN kit_version v ON v.kit_id = i.kit_id AND v.number = i.kit_number
LEFT JOIN scorecard s ON s.interview_id = i.id
WHERE c.practice = 0;
