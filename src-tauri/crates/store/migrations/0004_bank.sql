-- The bank: own versions beside those of a pack, what a list filters by, what was done, and what is being edited.

-- A version is as its pack has it, or made here. Until now there were no others than those of a pack.
ALTER TABLE question_version ADD COLUMN origin TEXT NOT NULL DEFAULT 'pack' CHECK (origin IN ('pack', 'own'));
ALTER TABLE kit_version ADD COLUMN origin TEXT NOT NULL DEFAULT 'pack' CHECK (origin IN ('pack', 'own'));

-- Which pack it came with; empty for what was made here.
ALTER TABLE question ADD COLUMN pack TEXT NOT NULL DEFAULT '';
UPDATE question SET pack = substr(id, 1, instr(id, '/') - 1) WHERE instr(id, '/') > 1;
-- The version that is asked from now on; none while the question is taken out of the bank by an undo.
ALTER TABLE question ADD COLUMN newest INTEGER;
-- That version's row, and what of it a list filters by. Here and not in question_newest, whose rows are long.
ALTER TABLE question ADD COLUMN newest_row INTEGER REFERENCES question_version (row_id);
ALTER TABLE question ADD COLUMN section TEXT NOT NULL DEFAULT '';
ALTER TABLE question ADD COLUMN type TEXT NOT NULL DEFAULT '';
ALTER TABLE question ADD COLUMN competency TEXT NOT NULL DEFAULT '';
ALTER TABLE question ADD COLUMN level TEXT NOT NULL DEFAULT '';
ALTER TABLE question ADD COLUMN archived_at INTEGER;
ALTER TABLE question ADD COLUMN leaked_at INTEGER;
-- The number of the pack's version that is offered beside an own one.
ALTER TABLE question ADD COLUMN offered INTEGER;
UPDATE question SET (newest, newest_row, section, type, competency) = (
    SELECT v.number, v.row_id, ifnull(v.doc ->> '$.section', ''), ifnull(v.doc ->> '$.type', ''),
        ifnull(v.doc ->> '$.competency', '')
    FROM question_version v
    WHERE v.question_id = question.id
    ORDER BY v.number DESC LIMIT 1)
WHERE EXISTS (SELECT 1 FROM question_version v WHERE v.question_id = question.id);
CREATE UNIQUE INDEX question_newest_row ON question (newest_row);
CREATE INDEX question_pack ON question (pack);

-- The tags of the version that is asked from now on.
CREATE TABLE question_tag (
    row_id     INTEGER PRIMARY KEY,
    newest_row INTEGER NOT NULL REFERENCES question_version (row_id) ON DELETE CASCADE,
    tag        TEXT NOT NULL,
    UNIQUE (newest_row, tag)
) STRICT;
CREATE INDEX question_tag_tag ON question_tag (tag);
INSERT OR IGNORE INTO question_tag (newest_row, tag)
SELECT q.newest_row, t.value
FROM question q JOIN question_version v ON v.row_id = q.newest_row, json_each(v.doc, '$.tags') t;

-- Which interviews asked a question.
CREATE INDEX question_record_question ON question_record (question_id);

ALTER TABLE kit ADD COLUMN pack TEXT NOT NULL DEFAULT '';
UPDATE kit SET pack = substr(id, 1, instr(id, '/') - 1) WHERE instr(id, '/') > 1;
ALTER TABLE kit ADD COLUMN newest INTEGER;
UPDATE kit SET newest = (SELECT max(v.number) FROM kit_version v WHERE v.kit_id = kit.id);
ALTER TABLE kit ADD COLUMN archived_at INTEGER;
ALTER TABLE kit ADD COLUMN offered INTEGER;

-- Whether it was changed here, so that its pack does not change it back; and whether it is offered for new candidates.
ALTER TABLE role ADD COLUMN own INTEGER NOT NULL DEFAULT 0 CHECK (own IN (0, 1));
ALTER TABLE role ADD COLUMN in_bank INTEGER NOT NULL DEFAULT 1 CHECK (in_bank IN (0, 1));

-- What was done in the bank, newest last, so that it can be undone. Versions stay; only which one counts changes.
CREATE TABLE bank_action (
    row_id     INTEGER PRIMARY KEY,
    kind       TEXT NOT NULL,
    undone     INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
    created_at INTEGER NOT NULL,
    doc        TEXT NOT NULL CHECK (json_valid(doc))
) STRICT;
CREATE INDEX bank_action_undone ON bank_action (undone, row_id);

-- What stands in an editor and is not saved yet: one a question, kit or role.
CREATE TABLE bank_draft (
    row_id   INTEGER PRIMARY KEY,
    kind     TEXT NOT NULL CHECK (kind IN ('question', 'kit', 'role')),
    id       TEXT NOT NULL,
    doc      TEXT NOT NULL CHECK (json_valid(doc)),
    saved_at INTEGER NOT NULL,
    UNIQUE (kind, id)
) STRICT;

-- Examples of an answer at a level, in one's own words. The interview that it came from is kept for erasure alone: an
-- example goes with it.
CREATE TABLE example (
    row_id       INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    question_id  TEXT NOT NULL REFERENCES question (id) ON DELETE CASCADE,
    level        INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
    text         TEXT NOT NULL CHECK (text <> ''),
    interview_id TEXT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    created_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX example_question ON example (question_id);
CREATE INDEX example_interview ON example (interview_id);

-- What is said of a kit's structure where no data can show it.
CREATE TABLE declaration (
    row_id     INTEGER PRIMARY KEY,
    kit_id     TEXT NOT NULL REFERENCES kit (id) ON DELETE CASCADE,
    component  TEXT NOT NULL,
    note       TEXT NOT NULL CHECK (note <> ''),
    created_at INTEGER NOT NULL,
    UNIQUE (kit_id, component)
) STRICT;

-- Which interviews with real candidates asked a question, and when: rated, or on screen for a while and not marked "not
-- asked".
CREATE VIEW question_use AS
SELECT r.question_id, r.interview_id, coalesce(i.held_at, i.begun_at, i.created_at) AS used_at
FROM question_record r
JOIN interview i ON i.id = r.interview_id
JOIN candidate c ON c.id = i.candidate_id
WHERE c.practice = 0 AND c.sample = 0
    AND ifnull(r.rating, '') <> 'not_asked' AND (r.rating IS NOT NULL OR r.spent_seconds > 0);

-- Questions say nothing of a person, so their words need not be scrubbed out of the index when one goes. Scrubbing made the undo
-- of a large import take longer for each question the more there were: minutes for ten thousand.
INSERT INTO question_search (question_search, rank) VALUES ('secure-delete', 0);
