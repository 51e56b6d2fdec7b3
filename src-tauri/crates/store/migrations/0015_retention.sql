-- Rules for how long things are kept, that a person wrote or changed. Those that come with the workbench are not here. Which one
-- was chosen is the setting "retention".
CREATE TABLE retention_rule (
    row_id     INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    doc        TEXT NOT NULL CHECK (json_valid(doc)),
    changed_at INTEGER NOT NULL
) STRICT;

-- Nobody is due before the person was added: only those who were added long enough ago are looked at.
CREATE INDEX candidate_added ON candidate (created_at) WHERE sample = 0 AND practice = 0;

-- When things happened about each real person: the last record that is no decision, and the last decision.
CREATE VIEW happened AS
SELECT c.id, c.name, c.role_id, c.created_at,
    max(
        c.created_at,
        ifnull((SELECT max(i.saved_at) FROM interview i WHERE i.candidate_id = c.id), 0),
        ifnull((
            SELECT max(v.created_at)
            FROM interview i JOIN scorecard_version v ON v.interview_id = i.id
            WHERE i.candidate_id = c.id), 0),
        ifnull((SELECT max(a.ends_at) FROM appointment a WHERE a.candidate_id = c.id), 0),
        ifnull((SELECT max(s.created_at) FROM imported_scorecard s WHERE s.candidate_id = c.id), 0)
    ) AS recorded_at,
    (SELECT d.created_at FROM decision d WHERE d.candidate_id = c.id ORDER BY d.created_at DESC, d.row_id DESC LIMIT 1)
        AS decided_at,
    (SELECT d.doc ->> '$.decision.outcome' FROM decision d WHERE d.candidate_id = c.id
        ORDER BY d.created_at DESC, d.row_id DESC LIMIT 1) AS outcome
FROM candidate c
WHERE c.sample = 0 AND c.practice = 0;
