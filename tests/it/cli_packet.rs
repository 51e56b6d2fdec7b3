//! The packet from the command line: for whom, what is left out, what is decided; and whole rounds.

use std::{fs, path::Path};

use serde_json::{Value, json};
use support::{KIT, ROLE, pdf_text};

use crate::{
    cli::{err, on, out, workbench},
    list, text,
};

fn call(data: &Path, command: &str, request: &Value) -> Value {
    serde_json::from_str(&on(data, &["call", command, &request.to_string()])).unwrap()
}

/// A candidate with a submitted scorecard whose note names them.
fn held(data: &Path, name: &str) -> String {
    held_because(data, name, &format!("{name} built the cache at Initech."))
}

fn held_because(data: &Path, name: &str, reason: &str) -> String {
    let candidate = text(&call(data, "candidate_add", &json!({ "name": name, "role_id": ROLE }))["id"]);
    let live = call(data, "interview_start", &json!({ "candidate_id": candidate, "kit_id": KIT }));
    let interview = &live["interview"]["id"];
    let question = &live["interview"]["at"];
    let tick = json!({
        "interview_id": interview, "question_id": question, "target": "indicator", "number": 1, "state": "heard",
    });
    call(data, "tick_set", &tick);
    let submit = json!({ "interview_id": interview, "recommendation": "yes", "reason": reason, "anyway": true });
    call(data, "scorecard_submit", &submit);
    candidate
}

fn run(data: &Path, arguments: &[&str]) -> std::process::Output {
    workbench(&[&["--data", data.to_str().unwrap()], arguments].concat(), "")
}

fn flowing(path: &Path) -> Option<String> {
    pdf_text(path).map(|said| said.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn a_packet_with_names_hidden_is_decided_by_flags() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ida Berg"]);
    let candidate = held(&data, "Zoë Đorđević");
    let of = ["--candidate", candidate.as_str(), "--audience", "blind", "--find", "Initech"];
    let check = on(&data, &[&["packet", "check", "--json"], &of[..]].concat());
    let check: Value = serde_json::from_str(&check).unwrap();
    let mentions = list(&check["mentions"]);
    let key = |found: &str| text(&mentions.iter().find(|one| one["found"] == found).unwrap()["key"]);
    let plain = on(&data, &[&["packet", "check"], &of[..]].concat());
    assert!(plain.contains(&key("Initech")) && plain.contains("Candidate A"), "{plain}");

    let pdf = folder.path().join("blind.pdf");
    let to = ["--out", pdf.to_str().unwrap()];
    let undecided = run(&data, &[&["packet", "export"], &of[..], &to].concat());
    assert!(undecided.status.code() == Some(1) && !pdf.exists(), "{}", err(&undecided));
    assert!(err(&undecided).contains("Decide for each"), "{}", err(&undecided));
    let help = ["workbench packet check", "--keep KEY", "--replace-rest"];
    assert!(help.iter().all(|word| err(&undecided).contains(word)), "{}", err(&undecided));

    let replace = format!("{}=a former employer", key("Initech"));
    on(&data, &[&["packet", "export"], &of[..], &to, &["--replace", &replace, "--replace-rest"]].concat());
    let read = out(&workbench(&["packet", "read", to[1], "--json"], ""));
    assert!(read.contains("a former employer") && read.contains("\"audience\":\"blind\""), "{read}");
    for hidden in ["Zoë", "Đorđević", "Initech", "Ida Berg"] {
        assert!(!read.contains(hidden), "{hidden}: {read}");
    }
    let verified = out(&workbench(&["packet", "verify", to[1]], ""));
    assert!(verified.contains("Unsigned"), "{verified}");
    let unsigned = workbench(&["packet", "read", to[1], "--json"], "");
    assert!(unsigned.status.success() && err(&unsigned).contains("Unsigned: nobody vouches"), "{}", err(&unsigned));
    // Kept, it stands.
    let keep = key("Initech");
    on(&data, &[&["packet", "export"], &of[..], &to, &["--keep", &keep, "--replace-rest"]].concat());
    assert!(out(&workbench(&["packet", "read", to[1], "--json"], "")).contains("Initech"));
}

#[test]
fn a_key_that_no_mention_has_and_one_that_is_decided_twice_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ida Berg"]);
    let candidate = held(&data, "Zoë Đorđević");
    let round = json!({ "title": "A round", "role_id": ROLE, "kit_ids": [KIT], "candidate_ids": [candidate] });
    let round = text(&call(&data, "round_save", &round)["round"]["id"]);
    let check = on(&data, &["packet", "check", "--json", "--candidate", &candidate, "--audience", "blind"]);
    let key = text(&serde_json::from_str::<Value>(&check).unwrap()["mentions"][0]["key"]);
    let (pdf, to) = (folder.path().join("blind.pdf"), folder.path().join("out"));
    let of = [
        ["--candidate", candidate.as_str(), "--out", pdf.to_str().unwrap()],
        ["--round", round.as_str(), "--out-dir", to.to_str().unwrap()],
    ];
    let (with, typo) = (format!("{key}=they"), format!("{key}0=they"));
    for of in &of {
        for (audience, decided, says) in [
            ("blind", &["--keep", "deadbeef", "--replace-rest"][..], "No mention has the key deadbeef."),
            ("blind", &["--replace", &typo, "--replace-rest"], "No mention has the key"),
            ("panel", &["--keep", &key], "No mention has the key"),
            ("blind", &["--keep", &key, "--replace", &with, "--replace-rest"], "is decided in two ways"),
        ] {
            let refused = run(&data, &[&["packet", "export", "--audience", audience], &of[..], decided].concat());
            let said = err(&refused).replace(['\u{2068}', '\u{2069}'], "");
            assert!(refused.status.code() == Some(1) && said.contains(says), "{decided:?}: {said}");
            assert!(said.contains("workbench packet check"), "{said}");
            assert!(!Path::new(of[3]).exists(), "{decided:?}");
        }
        let good = ["--audience", "blind", "--keep", &key, "--keep", &key, "--replace-rest"];
        on(&data, &[&["packet", "export"], &of[..], &good].concat());
    }
}

#[test]
fn an_own_copy_says_what_the_flags_say_and_parts_are_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ida Berg"]);
    let candidate = held(&data, "Jan Kowalski");
    let pdf = folder.path().join("own.pdf");
    let export = [
        "packet",
        "export",
        "--candidate",
        &candidate,
        "--audience",
        "candidate",
        "--requested-on",
        "2026-11-20",
        "--answer-by",
        "2026-12-01",
        "--purpose",
        "Hiring.",
        "--source",
        "The interview.",
        "--recipients",
        "The panel.",
        "--names-left-out",
        "They asked for it.",
        "--without",
        "notes,reasons",
        "--replace-rest",
        "--out",
        pdf.to_str().unwrap(),
    ];
    on(&data, &export);
    let read: Value =
        serde_json::from_str(&out(&workbench(&["packet", "read", pdf.to_str().unwrap(), "--json"], ""))).unwrap();
    let own = &read["packet"]["own_copy"];
    assert_eq!(
        (&own["purpose"], &own["source"], &own["recipients"]),
        (&json!("Hiring."), &json!("The interview."), &json!("The panel."))
    );
    assert_eq!((&own["requested_on"], &own["answer_by"]), (&json!("2026-11-20"), &json!("2026-12-01")));
    assert_eq!(own["names_left_out"], json!("They asked for it."));
    let without = list(&read["packet"]["without"]);
    assert!(without.contains(&json!("notes")) && without.contains(&json!("reasons")), "{without:?}");
    if let Some(said) = flowing(&pdf) {
        assert!(said.contains("1 December 2026") && !said.contains("Ida Berg"), "{said}");
    }
    let wrong = run(&data, &["packet", "check", "--candidate", &candidate, "--audience", "everyone"]);
    assert_eq!(wrong.status.code(), Some(2));
    let forgotten =
        run(&data, &["packet", "check", "--candidate", &candidate, "--names-left-out", "They asked for it."]);
    assert_eq!(forgotten.status.code(), Some(1));
    let said = String::from_utf8(forgotten.stderr).unwrap();
    assert!(said.contains("--names-left-out") && said.contains("--audience candidate"), "{said}");
    let hr = on(&data, &["packet", "check", "--candidate", &candidate, "--audience", "hr"]);
    assert!(hr.contains("personnel file.pdf"), "{hr}");
}

#[test]
fn nothing_about_real_people_is_signed_as_of_a_time_that_was_typed() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ida Berg"]);
    let [one, two] = ["Zoë Đorđević", "Bo Ek"].map(|name| held(&data, name));
    let path = folder.path().join("x.pdf");
    let to = path.to_str().unwrap();
    for words in [
        &["packet", "export", "--candidate", &one, "--out", to][..],
        &["packet", "export", "--candidate", &one, "--out", to, "--audience", "hr"],
        &["compare", &one, &two, "--out", to],
        &["guide", "export", "--kit", KIT, "--out", to],
        &["candidate", "access", "--candidate", &one, "--out", to],
    ] {
        let refused = run(&data, &[&["--now", "2026-01-31T10:00:00Z"], words].concat());
        assert_eq!(refused.status.code(), Some(1), "{words:?}: {}", out(&refused));
        assert!(err(&refused).contains("Leave out --now"), "{words:?}: {}", err(&refused));
        assert!(!path.exists(), "{words:?}");
    }
    // A comparison as text is not signed, and the packet is once the time is the real one.
    let table = folder.path().join("x.csv");
    run(&data, &["--now", "2026-01-31T10:00:00Z", "compare", &one, &two, "--out", table.to_str().unwrap()]);
    assert!(fs::read_to_string(&table).unwrap().contains("Bo Ek"));
    on(&data, &["packet", "export", "--candidate", &one, "--out", to]);
    let verified = workbench(&["packet", "verify", to], "");
    assert!(out(&verified).contains("Ida Berg"), "{}{}", out(&verified), err(&verified));
}

#[test]
fn a_signed_file_is_verified_by_the_fingerprint_that_its_owner_reads_out() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ida Berg"]);
    assert!(on(&data, &["packet", "key"]).contains("There is no key yet"));
    let candidate = held(&data, "Jan Kowalski");
    let pdf = folder.path().join("packet.pdf");
    on(&data, &["packet", "export", "--candidate", &candidate, "--out", pdf.to_str().unwrap()]);
    let key = on(&data, &["packet", "key"]);
    let fingerprint = key.trim().strip_prefix("Ida Berg\t").unwrap();
    let verified = workbench(&["packet", "verify", pdf.to_str().unwrap(), "--key", fingerprint], "");
    assert!(
        verified.status.success() && out(&verified).contains("the fingerprint that you gave"),
        "{}",
        out(&verified)
    );
    let other = "0".repeat(32);
    let verified = workbench(&["packet", "verify", pdf.to_str().unwrap(), "--key", &other, "--json"], "");
    let answer: Value = serde_json::from_str(&out(&verified)).unwrap();
    assert_eq!((verified.status.code(), &answer["signature"]), (Some(1), &json!("whole")), "{answer}");
    assert_eq!(answer["signer"]["known"], json!(false));
    let unknown = workbench(&["packet", "verify", pdf.to_str().unwrap()], "");
    assert!(unknown.status.success() && out(&unknown).contains("not known here"), "{}", out(&unknown));
    // With one's own data, it is one's own; with another's, it is not.
    assert!(on(&data, &["packet", "verify", pdf.to_str().unwrap()]).contains("That is your own key"));
    let answer: Value =
        serde_json::from_str(&on(&data, &["packet", "verify", pdf.to_str().unwrap(), "--json"])).unwrap();
    assert_eq!(answer["signer"]["known"], json!(true), "{answer}");
    let theirs = folder.path().join("theirs");
    on(&theirs, &["interviewer", "set", "Jan Novak"]);
    assert!(on(&theirs, &["packet", "verify", pdf.to_str().unwrap()]).contains("not known here"));
    let bad = workbench(&["packet", "verify", pdf.to_str().unwrap(), "--key", "Ida"], "");
    assert!(bad.status.code() == Some(1) && err(&bad).contains("eight groups"), "{}", err(&bad));
    // Other documents of ours are read as well, and others are not.
    let guide = folder.path().join("guide.pdf");
    on(&data, &["guide", "export", "--kit", KIT, "--out", guide.to_str().unwrap()]);
    let read: Value =
        serde_json::from_str(&out(&workbench(&["packet", "read", guide.to_str().unwrap(), "--json"], ""))).unwrap();
    assert_eq!(read["schema"], json!("interview-workbench/guide/1"));
    assert!(out(&workbench(&["packet", "read", guide.to_str().unwrap()], "")).starts_with("guide\t"));
    fs::write(&guide, "%PDF-1.7\nstartxref\n0\n%%EOF\n").unwrap();
    let none = workbench(&["packet", "read", guide.to_str().unwrap()], "");
    assert!(none.status.code() == Some(1) && err(&none).contains("carries no data"), "{}", err(&none));
}

#[test]
fn a_rounds_packets_go_to_a_folder_and_one_that_fails_keeps_no_other_back() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ida Berg"]);
    let (first, second) = (held(&data, "Jan/Kowalski"), held(&data, "JAN KOWALSKI"));
    let undrawable = held_because(&data, "Mia Open", "A private sign: \u{F8F0}.");
    let save =
        |people: Value| json!({ "title": "A round", "role_id": ROLE, "kit_ids": [KIT], "candidate_ids": people });
    let round = text(&call(&data, "round_save", &save(json!([first, second])))["round"]["id"]);
    let to = folder.path().join("made").join("here");
    let export = ["packet", "export", "--round", &round, "--out-dir", to.to_str().unwrap()];
    let names = || {
        let mut names: Vec<String> =
            fs::read_dir(&to).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort_by_key(|name| name.to_lowercase());
        names
            .into_iter()
            .map(|name| name.split_once(' ').unwrap().1.replace(", Senior Python developer,", ""))
            .collect::<Vec<_>>()
    };
    let said = on(&data, &export);
    assert_eq!(said.lines().count(), 2, "{said}");
    assert_eq!(names(), ["JAN KOWALSKI packet (2).pdf", "Jan Kowalski packet.pdf"]);
    // No file is replaced, and a failure names its candidate.
    let mut all = save(json!([first, second, undrawable]));
    all["round_id"] = json!(round);
    call(&data, "round_save", &all);
    let later = run(&data, &[&export[..], &["--json"]].concat());
    assert_eq!(later.status.code(), Some(1));
    let answer: Value = serde_json::from_str(&out(&later)).unwrap();
    let packets = list(&answer["packets"]);
    let failed: Vec<_> = packets.iter().filter(|one| !one["failure"].is_null()).collect();
    assert_eq!(failed.len(), 1, "{answer}");
    assert_eq!((&failed[0]["name"], &failed[0]["failure"]["code"]), (&json!("Mia Open"), &json!("undrawable")));
    assert_eq!(packets.len(), 3, "{answer}");
    assert_eq!(names().len(), 4, "no file was replaced");
    for written in packets.iter().map(|one| &one["written"]).filter(|written| written.is_object()) {
        let verified = workbench(&["packet", "verify", &text(&written["path"])], "");
        assert!(verified.status.success(), "{}", out(&verified));
    }
    // Unless it is said.
    run(&data, &[&export[..], &["--if-there", "replace", "--accept-undrawable"]].concat());
    assert_eq!(names().len(), 5, "two were replaced, and the third is new");
    let refused = err(&run(&data, &export));
    assert!(refused.contains("Mia Open was not written: These characters cannot be drawn"), "{refused}");
    assert_eq!(refused.matches("add --accept-undrawable").count(), 1, "{refused}");
    for wrong in [
        &["--round", "r"][..],
        &["--candidate", "c"],
        &["--round", "r", "--out", "x.pdf"],
        &["--candidate", "c", "--out", "x.pdf", "--if-there", "replace"],
        &[],
    ] {
        let output = run(&data, &[&["packet", "export"], wrong].concat());
        assert_eq!(output.status.code(), Some(2), "{wrong:?}: {}", err(&output));
    }
}

#[test]
fn a_packet_with_a_password_is_written_read_and_verified_with_its_descriptor() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ida Berg"]);
    let candidate = held(&data, "Jan Kowalski");
    let pdf = folder.path().join("packet.pdf");
    let file = pdf.to_str().unwrap();
    let data = data.to_str().unwrap();
    let export = ["--data", data, "packet", "export", "--candidate", &candidate, "--out", file, "--password-fd", "0"];
    let empty = workbench(&export, "\nsecond line");
    assert!(empty.status.code() == Some(1) && err(&empty).contains("The password is empty"), "{}", err(&empty));
    assert!(!pdf.exists());
    let written = workbench(&export, "Żółć 東京\nsecond line");
    assert!(written.status.success(), "{}", err(&written));

    let read = |password: &str| workbench(&["packet", "read", file, "--json", "--password-fd", "0"], password);
    assert!(out(&read("Żółć 東京\n")).contains("Jan Kowalski"));
    assert!(err(&read("Zolc")).contains("That is not the password of this file."));
    let closed = workbench(&["packet", "read", file], "");
    assert!(closed.status.code() == Some(1) && err(&closed).contains("--password-fd"), "{}", err(&closed));
    let verified = workbench(&["packet", "verify", file, "--password-fd", "0"], "Żółć 東京");
    assert!(verified.status.success() && out(&verified).contains("same to the byte"), "{}", out(&verified));
    let outside = out(&workbench(&["packet", "verify", file], ""));
    assert!(outside.contains("not one byte was changed") && outside.contains("It has a password"), "{outside}");
}

#[test]
fn what_a_document_would_hold_is_asked_before_it_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ida Berg"]);
    let (one, two) = (held(&data, "Zoë Đorđević"), held_because(&data, "Kim Ito", "A private sign: \u{F8F0}."));
    let save = json!({ "title": "A round", "role_id": ROLE, "kit_ids": [KIT], "candidate_ids": [one, two] });
    let round = text(&call(&data, "round_save", &save)["round"]["id"]);
    let check = on(&data, &["packet", "check", "--round", &round, "--audience", "blind"]);
    assert!(check.contains("Zoë Đorđević: scorecards: 1 submitted, 0 missing"), "{check}");
    assert!(check.contains("cannot be drawn\tU+F8F0"), "{check}");
    let key =
        check.lines().find(|line| line.contains("Zoë") && line.contains('\t')).unwrap().split('\t').next().unwrap();
    let to = folder.path().join("out");
    let export = [
        "packet",
        "export",
        "--round",
        &round,
        "--out-dir",
        to.to_str().unwrap(),
        "--audience",
        "blind",
        "--accept-undrawable",
    ];
    let undecided = run(&data, &export);
    assert!(err(&undecided).contains("Decide for each") && undecided.status.code() == Some(1), "{}", err(&undecided));
    // What is decided by its key goes for whoever has such a mention.
    let decided = on(&data, &[&export[..], &["--replace", &format!("{key}=they"), "--replace-rest"]].concat());
    assert_eq!(decided.lines().count(), 2, "{decided}");
    let first = decided.lines().next().unwrap().split('\t').nth(1).unwrap();
    let read = out(&workbench(&["packet", "read", first, "--json"], ""));
    assert!(read.contains("they built the cache") && !read.contains("Zoë"), "{read}");

    let guide = on(&data, &["guide", "check", "--kit", KIT, "--paper", "letter"]);
    assert!(guide.contains("interviewer guide.pdf: ") && !guide.contains("scorecards"), "{guide}");
    let compared = on(&data, &["compare", &one, &two, "--check"]);
    assert!(compared.contains("comparison.pdf: ") && compared.contains("scorecards: 2 submitted"), "{compared}");
    let both = run(&data, &["compare", &one, &two, "--check", "--out", "x.pdf"]);
    assert_eq!(both.status.code(), Some(2));
}

#[cfg(unix)]
#[test]
fn a_password_comes_from_no_descriptor_that_nobody_opened() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ida Berg"]);
    let candidate = held(&data, "Jan Kowalski");
    let pdf = folder.path().join("locked.pdf");
    // Whatever the program opens itself has a low number; what these tests were started with is closed first.
    for number in 5..10 {
        let refused = std::process::Command::new("sh")
            .args(["-c", "exec 5>&- 6>&- 7>&- 8>&- 9>&-; exec \"$0\" \"$@\""])
            .arg(env!("CARGO_BIN_EXE_workbench-under-test"))
            .args(["--data", data.to_str().unwrap(), "packet", "export", "--candidate", &candidate])
            .args(["--out", pdf.to_str().unwrap(), "--password-fd", &number.to_string()])
            .output()
            .unwrap();
        let said = String::from_utf8(refused.stderr).unwrap();
        assert_eq!(refused.status.code(), Some(2), "{number}: {said}");
        assert!(said.contains(&format!("nothing is open at {number}")), "{said}");
        assert!(!pdf.exists());
    }
}
