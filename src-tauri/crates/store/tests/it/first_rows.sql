INSERT INTO interviewer (id, name, is_me) VALUES ('me', 'Anna', 1);
INSERT INTO role (id, doc, created_at, changed_at) VALUES ('r', '{}', 0, 0);
INSERT INTO question (id, created_at) VALUES ('q/1', 0), ('q/2', 0), ('q/3', 0);
INSERT INTO question_version (row_id, id, question_id, number, hash, doc, created_at)
VALUES (1, 'v1', 'q/1', 1, printf('%064d', 1), '{}', 0), (2, 'v2', 'q/2', 1, printf('%064d', 2), '{}', 0),
    (3, 'v3', 'q/3', 1, printf('%064d', 3), '{}', 0);
INSERT INTO kit (id, created_at) VALUES ('k', 0);
INSERT INTO kit_version (row_id, id, kit_id, number, hash, doc, role_doc, created_at)
VALUES (1, 'kv', 'k', 1, printf('%064d', 4), '{}', '{}', 0);
INSERT INTO kit_question (kit_row, place, version_row) VALUES (1, 1, 2), (1, 2, 3), (1, 3, 1);
INSERT INTO candidate (id, owner_id, name, role_id, sample, created_at) VALUES ('c', 'me', 'Ana', 'r', 0, 0);
INSERT INTO interview (id, candidate_id, interviewer_id, kit_id, kit_number, created_at, saved_at)
VALUES ('done', 'c', 'me', 'k', 1, 1000, 5000), ('open', 'c', 'me', 'k', 1, 6000, 7000);
INSERT INTO entry (id, interview_id, question_id, kind, text, at_seconds, created_at, rev, removed_at)
VALUES ('e1', 'done', 'q/1', 'quote', 'kept', 1, 2000, 1, NULL), ('e2', 'done', 'q/1', 'note', 'gone', 1, 2001, 1, 2002);
INSERT INTO question_record (interview_id, question_id, rating, rated_at, spent_seconds)
VALUES ('done', 'q/1', 'not_asked', 3000, 0), ('done', 'q/2', '4', 3001, 60), ('done', 'q/3', NULL, NULL, 9),
    ('open', 'q/1', '5', 6500, 0);
INSERT INTO scorecard (interview_id, recommendation, reason, submitted_at, hash)
VALUES ('done', 'no', 'Said "no", 太郎', 5000, printf('%s', replace(printf('%064d', 0), '0', 'a')));
INSERT INTO scorecard (interview_id, reason) VALUES ('open', 'so f');
