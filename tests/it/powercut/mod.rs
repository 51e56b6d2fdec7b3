//! Power cuts: what a program asked the system to write is recorded, and replayed up to any moment onto a disk that has what
//! was synced, and of everything since only some. Whatever had been answered by then must be there.
//!
//! A short form is part of `make test`; `make soak` sets `WORKBENCH_CUTS`.

mod disk;
mod recorded;

use std::{
    io::Write as _,
    ops::Range,
    path::Path,
    process::{Output, Stdio},
};

use serde_json::{Value, json};
use support::{Dice, KIT, ROLE, cannot_trace, open_folder, skip};

use self::recorded::{Op, Record};
use crate::{list, text};

const TEST: &str = "powercut::what_was_answered_is_there_after_a_power_cut_at_any_moment";

/// What was done, and when in the record.
struct Done {
    record: Record,
    interview: String,
    /// The restore at the end, and how many notes were in the backup.
    restore: Range<usize>,
    backed_up: usize,
}

fn run(folder: &Path, record: &mut Record, arguments: &[&str], input: &str) -> (Output, Range<usize>) {
    let trace = folder.join("trace");
    let mut command = Record::command(&trace);
    command.arg(env!("CARGO_BIN_EXE_workbench-under-test")).arg("--data").arg(folder.join("disk/data"));
    let mut child =
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    (output, record.take(&trace))
}

fn lines(requests: &[(&str, Value)]) -> String {
    requests
        .iter()
        .map(|(command, request)| format!("{}\n", json!({ "command": command, "request": request })))
        .collect()
}

/// A first start, an interview with notes, a backup, a second start with more notes, and a restore.
fn work(folder: &Path) -> Done {
    std::fs::create_dir(folder.join("disk")).unwrap();
    let mut record = Record::of(&folder.join("disk"));
    let begin = lines(&[
        ("interviewer_set", json!({ "name": "Ana Ruiz" })),
        ("candidate_add", json!({ "name": "Jan Kowalski", "role_id": ROLE })),
    ]);
    let (output, _) = run(folder, &mut record, &["call", "--lines"], &begin);
    let candidate = answers(&output.stdout).remove(1)["ok"]["id"].clone();
    let start = json!({ "candidate_id": candidate, "kit_id": KIT });
    let (output, _) = run(folder, &mut record, &["call", "--lines"], &lines(&[("interview_start", start)]));
    let interview = answers(&output.stdout)[0]["ok"]["interview"]["id"].clone();
    let note = |number: usize| {
        let words = format!("note {number} {}", "and so on ".repeat(number % 40));
        let note = json!({
            "interview_id": interview, "place": "general", "kind": "note", "text": words.trim_end(), "at_seconds": number,
        });
        ("entry_save", note)
    };
    let mut requests: Vec<_> = (0..30).map(note).collect();
    requests.push(("backup_create", json!({})));
    requests.extend((30..60).map(note));
    let (output, _) = run(folder, &mut record, &["call", "--lines"], &lines(&requests));
    let backup = text(&answers(&output.stdout)[30]["ok"]["backup"]["name"]);
    run(folder, &mut record, &["call", "--lines"], &lines(&(60..100).map(note).collect::<Vec<_>>()));
    let (_, restore) = run(folder, &mut record, &["backup", "restore", &backup, "--yes"], "");
    Done { record, interview: text(&interview), restore, backed_up: 30 }
}

/// The whole lines of what was said.
fn answers(said: &[u8]) -> Vec<Value> {
    let whole = said.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    let lines = String::from_utf8(said[..whole].to_vec()).unwrap();
    lines.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

#[tokio::test]
async fn what_was_answered_is_there_after_a_power_cut_at_any_moment() {
    if let Some(why) = cannot_trace() {
        return skip(TEST, &why);
    }
    let cuts: usize = std::env::var("WORKBENCH_CUTS").map_or(20, |cuts| cuts.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let done = work(folder.path());
    let mut checked = 0;
    for cut in 0..cuts {
        let found = cut_at(&done, folder.path(), cut, true).await;
        checked += found.unwrap_or_else(|why| panic!("cut {cut} of {cuts}: {why}"));
    }
    assert!(checked > cuts * 10, "only {checked} answers were looked for in {cuts} cuts");
    // A disk that does not do what it is told loses something, so that this test can fail.
    let mut lost = 0;
    for cut in 0..10 {
        lost += usize::from(cut_at(&done, folder.path(), cut, false).await.is_err());
    }
    assert!(lost > 5, "where nothing is synced only {lost} of 10 cuts lost something");
    let _ = writeln!(
        std::io::stderr(),
        "{cuts} power cuts within {} calls of the system: {checked} answered notes were looked for, and all were there",
        done.record.ops.len()
    );
}

/// Cuts the power once, and looks at what is there; gives how many answers were found again.
async fn cut_at(done: &Done, folder: &Path, cut: usize, faithful: bool) -> Result<usize, String> {
    let ops = &done.record.ops;
    let mut dice = Dice::new(20_261_126 + cut as u64);
    // Any moment; and each other time one right after an answer, when the least has come to the disk since.
    let mut at = 1 + usize::try_from(dice.below(ops.len() as u64)).unwrap();
    if cut % 2 == 1 {
        at = (at..=ops.len()).find(|at| matches!(ops[at - 1], Op::Say(_))).unwrap_or(at);
    }
    let place = folder.join("cut");
    disk::after(&ops[..at], &folder.join("disk"), &place, faithful, &mut dice);
    let found = judge(done, at, &place.join("data")).await;
    std::fs::remove_dir_all(place).unwrap();
    found.map_err(|why| format!("after {at} of {} calls: {why}", ops.len()))
}

fn must(is: bool, why: impl FnOnce() -> String) -> Result<(), String> {
    if is { Ok(()) } else { Err(why()) }
}

/// Whether everything is there that was answered in the first calls; gives how many notes that were.
async fn judge(done: &Done, at: usize, data: &Path) -> Result<usize, String> {
    let said = done.record.ops[..at].iter().filter_map(|op| if let Op::Say(said) = op { Some(said) } else { None });
    let said: Vec<u8> = said.flatten().copied().collect();
    let answers = answers(&said);
    let of = |what: &str| answers.iter().filter(|answer| answer["ok"][what].is_object()).collect::<Vec<_>>();
    let kept: Vec<String> = of("entry").iter().map(|answer| text(&answer["ok"]["entry"]["id"])).collect();
    let app = open_folder(data).await.map_err(|failure| failure.to_string())?;
    let call = async |name: &str, request: Value| -> Result<Value, String> {
        let answer = app.call(name, &request.to_string()).await.map_err(|failure| format!("{name}: {failure}"))?;
        Ok(serde_json::from_str(&answer).unwrap())
    };
    call("store_verify", json!({})).await?;
    let log = call("log_verify", json!({})).await?;
    must(log["broken"].is_null(), || format!("the log is broken: {log}"))?;
    let backups = call("backup_list", json!({})).await?;
    must(backups["missing_saves"] == json!(0), || format!("saves are said to be missing: {backups}"))?;
    if !of("backup").is_empty() {
        let asked = list(&backups["backups"]).iter().find(|one| one["kind"] == json!("asked"));
        let name = &asked.ok_or_else(|| format!("the backup that was answered is gone: {backups}"))?["name"];
        call("backup_verify", json!({ "place": "own", "name": name })).await?;
    }
    if !of("interview").is_empty() {
        let now = call("interview_get", json!({ "interview_id": done.interview })).await?;
        let there: Vec<String> = list(&now["interview"]["entries"]).iter().map(|entry| text(&entry["id"])).collect();
        let restored = at > done.restore.start && there == kept[..done.backed_up];
        let told = String::from_utf8_lossy(&said).contains("Restored.");
        must(restored || !told, || "the restore was answered, and is undone".to_owned())?;
        let whole = there.len() <= kept.len() + 1 && there.starts_with(&kept);
        must(restored || whole, || format!("{} of {} notes that were answered are there", there.len(), kept.len()))?;
    }
    app.close().await.map_err(|failure| failure.to_string())?;
    Ok(kept.len())
}
