-- So that Today and the lists read as much as they show, whatever the number of people. Who waits for an interview is for the
-- interviews to say; here it is repeated where an index can hold it.
ALTER TABLE candidate ADD COLUMN waits INTEGER NOT NULL DEFAULT 1 CHECK (waits IN (0, 1));
UPDATE candidate SET waits = 0 WHERE EXISTS (
    SELECT 1 FROM interview i WHERE i.candidate_id = candidate.id AND (i.phase <> 'no_show' OR i.submitted = 1));
CREATE TRIGGER interview_ends_waiting AFTER INSERT ON interview WHEN new.phase <> 'no_show' OR new.submitted = 1
BEGIN UPDATE candidate SET waits = 0 WHERE id = new.candidate_id AND waits = 1; END;
CREATE TRIGGER interview_changes_waiting AFTER UPDATE OF phase, submitted ON interview
WHEN (old.phase <> 'no_show' OR old.submitted = 1) <> (new.phase <> 'no_show' OR new.submitted = 1)
BEGIN
    UPDATE candidate SET waits = NOT EXISTS (
        SELECT 1 FROM interview i WHERE i.candidate_id = candidate.id AND (i.phase <> 'no_show' OR i.submitted = 1))
    WHERE id = new.candidate_id;
END;
CREATE TRIGGER interview_gone_may_wait AFTER DELETE ON interview
BEGIN
    UPDATE candidate SET waits = NOT EXISTS (
        SELECT 1 FROM interview i WHERE i.candidate_id = candidate.id AND (i.phase <> 'no_show' OR i.submitted = 1))
    WHERE id = old.candidate_id;
END;
CREATE INDEX candidate_waiting ON candidate (waits) WHERE waits = 1 AND practice = 0;

-- One that was called off without a scorecard owes none for ever.
DROP INDEX interview_unsubmitted;
CREATE INDEX interview_owed ON interview (created_at) WHERE submitted = 0 AND phase NOT IN ('no_show', 'withdrawn');

-- What is over is not looked at for what is to come.
CREATE INDEX appointment_end ON appointment (ends_at);

-- People by name. The name is folded by the program, as questions are; one that is not yet is blank, and the next start does it.
ALTER TABLE candidate ADD COLUMN folded TEXT NOT NULL DEFAULT '';
CREATE INDEX candidate_unfolded ON candidate (folded) WHERE folded = '';
CREATE VIRTUAL TABLE candidate_search USING fts5 (
    folded,
    content = 'candidate', content_rowid = 'row_id',
    tokenize = "unicode61 remove_diacritics 0 tokenchars '+#'",
    prefix = '1 2 3'
);
INSERT INTO candidate_search (candidate_search, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER candidate_folded AFTER INSERT ON candidate WHEN new.folded <> ''
BEGIN INSERT INTO candidate_search (rowid, folded) VALUES (new.row_id, new.folded); END;
CREATE TRIGGER candidate_is_folded AFTER UPDATE OF folded ON candidate WHEN old.folded = '' AND new.folded <> ''
BEGIN INSERT INTO candidate_search (rowid, folded) VALUES (new.row_id, new.folded); END;
CREATE TRIGGER candidate_is_refolded AFTER UPDATE OF folded ON candidate WHEN old.folded <> '' AND new.folded <> old.folded
BEGIN
    INSERT INTO candidate_search (candidate_search, rowid, folded) VALUES ('delete', old.row_id, old.folded);
    INSERT INTO candidate_search (rowid, folded) VALUES (new.row_id, new.folded);
END;
CREATE TRIGGER candidate_folded_no_more AFTER DELETE ON candidate WHEN old.folded <> ''
BEGIN INSERT INTO candidate_search (candidate_search, rowid, folded) VALUES ('delete', old.row_id, old.folded); END;
