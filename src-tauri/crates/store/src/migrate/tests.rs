use std::fs;

use workbench_domain::canonical;

use super::*;

mod bank;
mod decision;
mod drill;
mod hold;
mod lists;
mod live;
mod retention;
mod round;

/// A released step never changes: whoever has run it would have another format than whoever runs it later. While 0001 is
/// not released, write its new hash here; from the first release on, add a step instead.
const FROZEN: &[(&str, &str)] = &[
    ("0001_first.sql", "384d2d728e15d0c1377cd9af34a72eb7b8cce4882e68d12315afe42cd4281c40"),
    ("0002_live.sql", "b0218d7e81665971225dc56df33958da5daec9565aef49b368359e5fb4455122"),
    ("0003_scorecard.sql", "36805a5dc30753da2e402adc8fde7f89d5e9bd94c3062d66e3686218e7248cea"),
    ("0004_bank.sql", "623ccc2f87d6ce4cb699dc7bd1af7aacebb9e429339a2265f8a33700729c2218"),
    ("0005_amendment.sql", "7f5bf0d7c7c5fb159130ed450cf91a8a8cd6b1d68af1b6c3f0517d210bb066b7"),
    ("0006_round.sql", "6b72106a8b62f58fdfedee7a2427950a78d40370673fab4ec5d10642ab1824a7"),
    ("0007_weight.sql", "cd7c90d9e19682a53cdab062c5c153da107552411c0e15a97ee5c2b0cafbc4af"),
    ("0008_decision.sql", "00e244084412ecd5a89ac03dcffcfe010231a665991ba7feb57b1b5b1dd55a15"),
    ("0009_calibration.sql", "f0ccced8709113322534d8c01c9fe095b57a72a42108fc2f04ca369f729b6cdb"),
    ("0010_imported.sql", "7749a22b41b63c3364fd050d9d918725f7af500741e499b6add6dfefee73e954"),
    ("0011_signing.sql", "f15b988c71625bc4bf4c43fa3e20d3f44e1d3723425c5a572911e4ffe6cba46a"),
    ("0012_round_owner.sql", "36c6c9d824782e43fa14b90065b071d510c6a6e97bb77e8581937ccc45799fa7"),
    ("0013_saves.sql", "907a54b7ec7a94dafc3b998a9e644e0a9d376cc388450a53a7a9e52997ca6435"),
    ("0014_hold.sql", "b95355ae33b53c8bd4f920747f9648e94e8249b601cdfe65c6341473486c5632"),
    ("0015_retention.sql", "03e8f37fe60506e0f55a0d9949d2db1aeebe2bc092ed2749d3821764332cf317"),
    ("0016_erased.sql", "9a17580405cf6133df11eb797fe324d79b9839d6a08875be76d53b6780190cf0"),
    ("0017_scale.sql", "ab02c1da560f1278bbba87a9989bf7b936d8860c9f4d41cb124e8eb065285b23"),
    ("0018_lists.sql", "26df7e3552e985d701ef68577495146f5a075193512fe44523a3334628b05c39"),
];

const ONE: Step = Step {
    name: "one",
    sql: "CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT);
          CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent (id) ON DELETE CASCADE);
          INSERT INTO parent VALUES (1, 'kept'); INSERT INTO child VALUES (1, 1);",
};
/// Makes a table anew that others refer to.
const ANEW: Step = Step {
    name: "anew",
    sql: "CREATE TABLE other (id INTEGER PRIMARY KEY, name TEXT, more TEXT DEFAULT 'new');
          INSERT INTO other (id, name) SELECT id, name FROM parent;
          DROP TABLE parent; ALTER TABLE other RENAME TO parent;",
};
const TWO: Step = Step { name: "two", sql: "ALTER TABLE parent ADD COLUMN more TEXT DEFAULT 'new';" };

struct Home {
    folder: tempfile::TempDir,
    key: DataKey,
}

impl Home {
    /// A folder with a database of the first step.
    fn new() -> Self {
        let home = Self { folder: tempfile::tempdir().unwrap(), key: DataKey::new([3; 32]) };
        create(&home.path(), &home.key, &[ONE]).unwrap();
        home
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("workbench.db")
    }

    fn backups(&self) -> PathBuf {
        self.folder.path().join("backups")
    }

    fn upgrade(&self, steps: &[Step]) -> Result<(), StoreError> {
        upgrade(&mut conn::open(&self.path(), &self.key, false)?, steps, &self.backups())
    }

    fn version(&self, path: &Path) -> i64 {
        conn::pragma_number(&conn::open(path, &self.key, false).unwrap(), "user_version").unwrap()
    }

    fn backup_names(&self) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.backups()) else { return Vec::new() };
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

#[test]
fn released_steps_are_frozen() {
    let now: Vec<_> = STEPS.iter().map(|step| (step.name, canonical::hash_bytes(step.sql.as_bytes()))).collect();
    let frozen: Vec<_> = FROZEN.iter().map(|(name, hash)| (*name, (*hash).to_owned())).collect();
    assert_eq!(now, frozen);
    for (step, number) in STEPS.iter().zip(1..) {
        assert!(step.name.starts_with(&format!("{number:04}_")), "{} is step {number}", step.name);
    }
}

#[test]
fn an_upgrade_keeps_what_was_there_and_a_backup_of_it() {
    let home = Home::new();
    home.upgrade(&[ONE]).unwrap();
    assert_eq!(home.backup_names(), Vec::<String>::new(), "nothing to do, nothing to keep");
    home.upgrade(&[ONE, TWO]).unwrap();
    assert_eq!(home.version(&home.path()), 2);
    assert_eq!(home.backup_names(), ["workbench-v1.db"]);
    let row: String = conn::open(&home.path(), &home.key, false)
        .unwrap()
        .query_row("SELECT name || more AS both FROM parent", [], |row| row.get("both"))
        .unwrap();
    assert_eq!(row, "keptnew");

    let backup = home.backups().join("workbench-v1.db");
    assert_eq!(home.version(&backup), 1, "the same key opens it");
    let bytes = fs::read(&backup).unwrap();
    assert!(!bytes.windows(12).any(|window| window == b"CREATE TABLE"), "it is encrypted too");
    // A restored backup is upgraded again, and the older backup is not written over.
    fs::copy(&backup, home.path()).unwrap();
    home.upgrade(&[ONE, TWO]).unwrap();
    assert_eq!(home.backup_names(), ["workbench-v1-2.db", "workbench-v1.db"]);
}

#[test]
fn a_step_may_make_a_table_anew_and_loses_no_row_that_refers_to_it() {
    let home = Home::new();
    home.upgrade(&[ONE, ANEW]).unwrap();
    let conn = conn::open(&home.path(), &home.key, false).unwrap();
    let sql = "SELECT p.name || p.more AS text FROM child c JOIN parent p ON p.id = c.parent";
    assert_eq!(conn.query_row(sql, [], |row| row.get::<_, String>("text")).unwrap(), "keptnew");
}

#[test]
fn a_step_that_fails_changes_nothing() {
    let home = Home::new();
    let before = fs::read(home.path()).unwrap();
    let bad = Step { name: "bad", sql: "DELETE FROM child; NOT SQL;" };
    // Leaves a child without a parent, which only the check at the end sees.
    let orphan = Step { name: "orphan", sql: "DELETE FROM parent;" };
    assert!(matches!(home.upgrade(&[ONE, TWO, bad]), Err(StoreError::Bug(why)) if why.starts_with("bad: ")));
    assert_eq!(home.upgrade(&[ONE, TWO, orphan]), Err(StoreError::Damaged));
    assert_eq!(home.version(&home.path()), 1);
    assert_eq!(home.backup_names(), Vec::<String>::new());
    assert_eq!(fs::read(home.path()).unwrap(), before);
}

/// A database of the first format with an open interview and a submitted one, as its users have them.
const FIRST: &str = include_str!("../../tests/it/first_rows.sql");

#[test]
fn scorecards_of_the_first_format_become_their_own_first_versions() {
    let home = Home::new();
    fs::remove_file(home.path()).unwrap();
    create(&home.path(), &home.key, &STEPS[..1]).unwrap();
    conn::open(&home.path(), &home.key, false).unwrap().execute_batch(FIRST).unwrap();
    home.upgrade(STEPS).unwrap();
    assert_eq!(home.backup_names(), ["workbench-v1.db"]);

    let conn = conn::open(&home.path(), &home.key, false).unwrap();
    let read = crate::Read::new(&conn);
    let versions = crate::scorecard::versions(&read, &"done".into()).unwrap();
    assert_eq!(versions.len(), 1);
    let first = &versions[0];
    assert_eq!((first.number, first.reason.as_deref(), first.after_seeing_others), (1, None, false));
    assert_eq!((first.hash.clone(), first.at.as_millisecond()), ("a".repeat(64), 5000));
    let judgement = serde_json::to_string(&first.judgement).unwrap();
    assert_eq!(
        judgement,
        r#"{"recommendation":"no","reason":"Said \"no\", 太郎","reasons_for":[],"reasons_against":[],"own_ratings":[],"ratings":[{"question_id":"q/2","rating":4},{"question_id":"q/1","rating":"not_asked"}]}"#,
        "what was said, in the kit's order"
    );
    let old = crate::scorecard::get(&read, &"done".into()).unwrap();
    assert_eq!((old.reason.as_str(), old.submitted_anyway, old.minutes), ("Said \"no\", 太郎", false, None));
    assert_eq!((old.hash.as_deref(), old.amendments.len()), (Some(first.hash.as_str()), 0));
    let draft = crate::scorecard::get(&read, &"open".into()).unwrap();
    assert_eq!((draft.reason.as_str(), draft.submitted_at, draft.reasons_for.len()), ("so f", None, 0));
    assert_eq!(crate::scorecard::versions(&read, &"open".into()).unwrap(), []);
    let notes = crate::entry::of_interview(&read, &"done".into()).unwrap();
    assert_eq!(notes.iter().map(|e| e.text.as_str()).collect::<Vec<_>>(), ["kept"], "and no note is lost or hidden");
}

#[test]
fn a_damaged_file_is_not_upgraded() {
    let home = Home::new();
    let mut bytes = fs::read(home.path()).unwrap();
    let last = bytes.len() - 2000;
    bytes[last] ^= 1;
    fs::write(home.path(), &bytes).unwrap();
    assert_eq!(home.upgrade(&[ONE, TWO]), Err(StoreError::Damaged));
    assert_eq!(home.version(&home.path()), 1);
    assert_eq!(fs::read(home.path()).unwrap(), bytes);
}
