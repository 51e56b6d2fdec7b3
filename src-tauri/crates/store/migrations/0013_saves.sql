-- How often something was saved. A file beside the database repeats the number: a smaller one in here shows that saves that
-- were made are gone, as when the journal was cut or an older copy was put in the place of the database.
CREATE TABLE save_count (
    row_id INTEGER PRIMARY KEY CHECK (row_id = 1),
    saves  INTEGER NOT NULL CHECK (saves >= 0)
) STRICT;
INSERT INTO save_count (row_id, saves) VALUES (1, 0);
