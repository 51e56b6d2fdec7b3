-- Who leads a round: made it, or took it over. It turns the team's figures on and off, and hands the round on. Rounds of
-- before were made on this laptop.
ALTER TABLE round ADD COLUMN owner_id TEXT REFERENCES interviewer (id);
UPDATE round SET owner_id = (SELECT id FROM interviewer WHERE is_me = 1);
CREATE INDEX round_owner ON round (owner_id);
