//! `candidate import` as a script uses it: a table, a JSON Resume and vCards, and files that are not what they should be.

use std::{fs, path::Path};

use serde_json::{Value, json};

use support::pdf_text;

use crate::{
    cli::{err, on, out, workbench},
    list, text,
};

fn import(data: &Path, path: &Path, more: &[&str]) -> Value {
    let all = [&["candidate", "import", path.to_str().unwrap(), "--json"], more].concat();
    serde_json::from_str(&on(data, &all)).unwrap()
}

fn counts(told: &Value) -> [u64; 3] {
    ["added", "updated", "unchanged"].map(|name| told[name].as_u64().unwrap())
}

fn said(told: &Value) -> Vec<String> {
    list(&told["problems"]).iter().map(|one| format!("{}: {}", text(&one["where"]), text(&one["what"]))).collect()
}

#[test]
fn two_of_one_name_are_told_apart_in_the_list_and_on_the_paper() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ida Berg"]);
    let add = |name: &str| on(&data, &["candidate", "add", name]).trim().to_owned();
    let [one, two, bo] = ["Ana Li", "ana  li", "Bo Ek"].map(add);
    let end = |id: &str| id[id.len() - 8..].to_owned();
    let last = |listed: &str, id: &str| -> Vec<String> {
        let line = listed.lines().find(|line| line.starts_with(id)).unwrap();
        line.split('\t').skip(4).map(str::to_owned).collect()
    };
    let listed = on(&data, &["candidate", "list"]);
    assert_eq!(last(&listed, &one), ["Ana Li".to_owned(), end(&one)]);
    assert_eq!(last(&listed, &two), ["ana  li".to_owned(), end(&two)]);
    assert_eq!(last(&listed, &bo), ["Bo Ek"], "nobody else is called so");
    let mut contact: Value =
        serde_json::from_str(&on(&data, &["call", "candidate_get", &json!({ "candidate_id": two }).to_string()]))
            .unwrap();
    contact["contact"]["email"] = json!("two@example.org");
    let save = json!({ "candidate_id": two, "contact": contact["contact"] });
    on(&data, &["call", "contact_save", &save.to_string()]);
    let listed = on(&data, &["candidate", "list"]);
    assert_eq!(
        (last(&listed, &one)[1].clone(), last(&listed, &two)[1].clone()),
        (end(&one), "two@example.org".to_owned())
    );
    let compared = on(&data, &["compare", &one, &two]);
    assert!(
        compared.contains("ana  li (two@example.org): ") && compared.contains(&format!("Ana Li ({}): ", end(&one)))
    );
    let pdf = folder.path().join("p.pdf");
    let first = |id: &str, more: &[&str]| {
        let to = ["packet", "export", "--candidate", id, "--out", pdf.to_str().unwrap()];
        on(&data, &[&to[..], more].concat());
        pdf_text(&pdf).map(|said| said.split('\u{c}').next().unwrap().to_owned())
    };
    for (id, more, beside) in [
        (&two, &[][..], Some("two@example.org")),
        (&one, &[], Some(end(&one).as_str())),
        (&bo, &[], None),
        (&two, &["--audience", "blind"], None),
    ] {
        let Some(page) = first(id, more) else { return support::skip("pdftotext", "is not here") };
        let read = out(&workbench(&["packet", "read", pdf.to_str().unwrap(), "--json"], ""));
        let data: Value = serde_json::from_str(&read).unwrap();
        assert_eq!(data["packet"]["beside"].as_str(), beside, "{read}");
        assert_eq!(page.contains("two@example.org"), beside == Some("two@example.org"), "{page}");
        assert!(beside.is_none_or(|beside| page.contains(beside)), "{page}");
    }
}

#[test]
fn people_come_from_a_table_a_resume_and_cards_and_once_only() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ana Ruiz"]);
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    };
    let table = file(
        "people.csv",
        "First name;Last name;Email;Date of birth;Company\nNguyễn;Văn Anh;anh@example.org;1990-01-01;Acme\n;;;;\nŻaneta;Żółć;no address;;\n",
    );
    let resume = file(
        "cv.json",
        r#"{"basics":{"name":"山田太郎","email":"taro@example.org","label":"Engineer","image":"x.png"}}"#,
    );
    let cards = file(
        "cards.vcf",
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:ليلى حداد\r\nEMAIL:laila@example.org\r\nEND:VCARD\r\n\
         BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Jan Kowalski\r\nBDAY:19900101\r\nTEL;VALUE=uri:tel:+48-22-1234567\r\nEND:VCARD\r\n",
    );
    for (path, expected) in [(&table, [2, 0, 0]), (&resume, [1, 0, 0]), (&cards, [2, 0, 0])] {
        assert_eq!(counts(&import(&data, path, &["--dry-run"])), expected, "{}", path.display());
    }
    assert_eq!(on(&data, &["candidate", "list"]), "", "a dry run writes nothing");
    for (path, expected) in [(&table, [2, 0, 0]), (&resume, [1, 0, 0]), (&cards, [2, 0, 0])] {
        let told = import(&data, path, &[]);
        assert_eq!(counts(&told), expected, "{}", path.display());
        let name = path.file_name().unwrap().to_str().unwrap();
        assert!(list(&told["problems"]).iter().all(|one| text(&one["where"]).starts_with(name)), "{told}");
        let dropped =
            said(&told).iter().any(|one| one.contains("birth") || one.contains("photo") || one.contains("image"));
        assert!(dropped, "what must not be known is said to be dropped: {told}");
        assert_eq!(counts(&import(&data, path, &[])), [0, 0, expected[0]], "{}", path.display());
    }
    let bad = said(&import(&data, &table, &[]));
    assert!(bad.iter().any(|one| one.starts_with("people.csv:4: ") && one.contains("no address")), "{bad:?}");
    let listed = on(&data, &["candidate", "list"]);
    for name in ["Nguyễn Văn Anh", "Żaneta Żółć", "山田太郎", "ليلى حداد", "Jan Kowalski"] {
        assert!(listed.lines().any(|line| line.ends_with(name)), "{name} in {listed}");
    }
    assert!(!fs::read(data.join("workbench.db")).unwrap().is_empty());
    // In free text it is left out and said, unless it is to stay.
    let notes = file("notes.csv", "Name,Email,Notes\nIda Falk,ida@example.org,Born 1990. Knows Rust.\n");
    let left = said(&import(&data, &notes, &["--dry-run"]));
    assert!(
        left.len() == 1 && left[0].starts_with("notes.csv:2: The sentence with “born 1990” was left out"),
        "{left:?}"
    );
    let kept = said(&import(&data, &notes, &["--dry-run", "--keep-mentions"]));
    assert!(kept.len() == 1 && kept[0].contains("was kept, as you said"), "{kept:?}");
    // For people the same, in lines.
    let plain = on(&data, &["candidate", "import", table.to_str().unwrap()]);
    assert!(plain.ends_with("added 0, updated 0, unchanged 2\n"), "{plain}");
    assert!(plain.contains("people.csv:4: warning: "), "{plain}");
}

#[test]
fn a_file_that_is_none_or_too_large_ends_in_a_message_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ana Ruiz"]);
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    // A hole of 100 MB, and one that says it is JSON.
    let large = |name: &str| {
        let path = file(name, b"name\n");
        fs::OpenOptions::new().write(true).open(&path).unwrap().set_len(100_000_000).unwrap();
        path
    };
    for (path, expected) in [
        (folder.path().join("missing.csv"), "it is not there"),
        (folder.path().to_owned(), "it is a folder"),
        (file("empty.csv", b""), "empty.csv"),
        (file("broken.json", b"{\"basics\":"), "broken.json:1: "),
        (file("none.vcf", b"BEGIN:VCARD\r\n"), "none.vcf:"),
        (large("large.csv"), "larger than 32 MiB"),
        (large("large.json"), "larger than 32 MiB"),
        (large("large.vcf"), "larger than 32 MiB"),
    ] {
        for look in [None, Some("--dry-run")] {
            let import = ["--data", data.to_str().unwrap(), "candidate", "import", path.to_str().unwrap()];
            let output = workbench(&import.into_iter().chain(look).collect::<Vec<_>>(), "");
            assert_eq!(output.status.code(), Some(1), "{} {look:?}: {}", path.display(), out(&output));
            assert!(err(&output).contains(expected), "{} {look:?}: {}", path.display(), err(&output));
        }
    }
    let json = workbench(&["--data", data.to_str().unwrap(), "--json", "candidate", "import", "missing.csv"], "");
    assert_eq!(serde_json::from_str::<Value>(&err(&json)).unwrap()["code"], json!("invalid"));
    assert_eq!(on(&data, &["candidate", "list"]), "");
}

#[test]
fn a_dry_run_says_who_gets_what_and_a_name_that_two_have_is_decided_by_line() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ana Ruiz"]);
    let add = |name: &str| on(&data, &["candidate", "add", name]).trim().to_owned();
    let [one, two, bo] = ["Ana Li", "Ana Li", "Bo Ek"].map(add);
    let path = folder.path().join("people.csv");
    fs::write(&path, "Name,Company,Team\nBo Ek,Acme,\nAna Li,Beta,Blue\nCy Fox,,\n").unwrap();
    let path = path.to_str().unwrap();
    let told = on(&data, &["candidate", "import", path, "--dry-run"]);
    let line =
        |start: &str| told.lines().find(|line| line.starts_with(start)).unwrap_or_else(|| panic!("{start}: {told}"));
    let to_bo = line("people.csv:2: ");
    assert!(to_bo.starts_with("people.csv:2: Bo Ek adds to what is known of Bo Ek, "), "{to_bo}");
    assert!(to_bo.contains(", added on 20") && to_bo.ends_with(&bo), "{to_bo}");
    assert_eq!(line("people.csv:4: "), "people.csv:4: Cy Fox would be added");
    assert!(line("people.csv:3: error: ").contains("2 candidates for this role have the name “Ana Li”"), "{told}");
    assert!(told.contains("  --who \"3=new\" for someone who is not here yet\n"), "{told}");
    let data_folder = data.to_str().unwrap();
    let wrong = workbench(&["--data", data_folder, "candidate", "import", path, "--who", "Ana Li=new"], "");
    assert_eq!(wrong.status.code(), Some(2));
    assert!(err(&wrong).contains("write it as LINE=WHO, such as --who 7=ID"), "{}", err(&wrong));
    assert_eq!(line("Who is "), "Who is Ana Li? (people.csv:3; Beta)");
    for id in [&one, &two] {
        assert!(line(&format!("  --who \"3={id}\" for Ana Li, ")).contains(", added on 20"), "{told}");
    }
    assert_eq!(line("Columns"), "Columns that no field is for, kept in the notes: Team");
    assert!(told.ends_with("would be added 1, would be updated 1, unchanged 0\n"), "{told}");

    let wrong = ["--data", data.to_str().unwrap(), "candidate", "import", path, "--who", "3=nobody"];
    let wrong = workbench(&wrong, "");
    assert_eq!(wrong.status.code(), Some(1));
    assert!(err(&wrong).contains("--who 3=nobody: there is no candidate of this id"), "{}", err(&wrong));
    let by_line = format!("3={two}");
    let done = on(&data, &["candidate", "import", path, "--who", &by_line]);
    assert!(done.ends_with("added 1, updated 2, unchanged 0\n") && !done.contains("Who is"), "{done}");
    assert!(done.contains("kept in the notes: Team"), "said of the import itself too: {done}");
    let names = folder.path().join("names.csv");
    fs::write(&names, "Name,Company\nAna Li,\n").unwrap();
    let any = on(&data, &["candidate", "import", names.to_str().unwrap(), "--dry-run"]);
    assert!(
        any.starts_with("names.csv:2: Ana Li may be any of 2 here who have the name; nothing is new of any"),
        "{any}"
    );
    assert!(any.ends_with("would be added 0, would be updated 0, unchanged 1\n"), "{any}");
    let told = import(&data, Path::new(path), &["--dry-run", "--who", "3=new"]);
    assert_eq!((counts(&told), &told["people"][1]["here"]), ([1, 0, 2], &Value::Null));
    assert_eq!(told["people"][0]["here"]["candidate_id"], json!(bo));
}
