-- Who was erased: ids alone, no name. A restore, a rescue and an import leave out whoever is here. An empty source stands for an
-- id of ours; another one for the id that the same person has in that program, whose file would bring the person back.
CREATE TABLE erased (
    row_id    INTEGER PRIMARY KEY,
    source    TEXT NOT NULL,
    id        TEXT NOT NULL CHECK (id <> ''),
    erased_at INTEGER NOT NULL,
    -- Whether the file was written anew since, and the backups rid of the person.
    finished  INTEGER NOT NULL DEFAULT 0 CHECK (finished IN (0, 1)),
    UNIQUE (source, id)
) STRICT;
CREATE INDEX erased_unfinished ON erased (row_id) WHERE finished = 0;
CREATE TRIGGER erased_is_kept BEFORE DELETE ON erased
BEGIN SELECT RAISE(ABORT, 'who was erased stays on the list'); END;
CREATE TRIGGER candidate_was_erased BEFORE INSERT ON candidate
WHEN EXISTS (SELECT 1 FROM erased WHERE source = '' AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'whoever was erased does not come back'); END;
