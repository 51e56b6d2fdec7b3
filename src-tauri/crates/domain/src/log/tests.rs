use super::*;

fn deed(act: Act, content: &str) -> Deed {
    let subjects = vec![Subject::Candidate("ana".into())];
    Deed { at: Timestamp::UNIX_EPOCH, actor: "me".into(), act, subjects, content: content.to_owned() }
}

fn three() -> Vec<LogLine> {
    let mut lines: Vec<LogLine> = Vec::new();
    for (act, content) in [(Act::ScorecardSubmit, "a"), (Act::Reveal, "b"), (Act::DecisionMake, "c")] {
        let next = LogLine::after(lines.last(), deed(act, content));
        lines.push(next);
    }
    lines
}

#[test]
fn a_chain_holds_as_it_was_written() {
    assert_eq!(verify(&[], &[]), Ok(()));
    let lines = three();
    assert_eq!(verify(&lines, &[]), Ok(()));
    assert_eq!((lines[0].sequence, lines[0].previous.as_str()), (1, START));
    assert_eq!((lines[2].sequence, &lines[2].previous), (3, &lines[1].hash));
}

#[test]
fn the_hash_is_that_of_the_canonical_form_of_the_line() {
    let line = LogLine::after(None, deed(Act::Reveal, "b"));
    let form = format!(
        r#"{{"act":"reveal","actor":"me","at":"1970-01-01T00:00:00Z","content":"b","previous":"{START}","sequence":1,"subjects":[{{"candidate":"ana"}}]}}"#
    );
    assert_eq!(line.hash, canonical::hash_bytes(form.as_bytes()));
}

#[test]
fn the_first_broken_link_is_named() {
    type Damage = fn(&mut Vec<LogLine>);
    let cases: [(&str, Damage, u32, Fault); 9] = [
        ("another content", |l| l[1].content = "x".into(), 2, Fault::Changed),
        ("another actor", |l| l[0].actor = "you".into(), 1, Fault::Changed),
        ("another act", |l| l[2].act = Act::DecisionChange, 3, Fault::Changed),
        ("another time", |l| l[1].at = Timestamp::MAX, 2, Fault::Changed),
        ("another subject", |l| l[1].subjects.clear(), 2, Fault::Changed),
        ("the first gone", |l| drop(l.remove(0)), 1, Fault::Sequence),
        ("one between gone", |l| drop(l.remove(1)), 2, Fault::Sequence),
        ("two changed places", |l| l.swap(1, 2), 2, Fault::Sequence),
        (
            "one forged with its hash made new",
            |l| {
                l[1].content = "x".into();
                l[1].hash = l[1].right_hash();
            },
            3,
            Fault::Previous,
        ),
    ];
    for (what, damage, sequence, fault) in cases {
        let mut lines = three();
        damage(&mut lines);
        let found = verify(&lines, &[]).unwrap_err();
        assert_eq!((found.sequence, found.fault), (sequence, fault), "{what}");
    }
}

#[test]
fn what_is_kept_must_have_been_logged_so_that_a_missing_end_shows() {
    let kept = |content: &str| Expected {
        act: Act::DecisionMake,
        subject: Subject::Candidate("ana".into()),
        content: content.to_owned(),
    };
    let lines = three();
    assert_eq!(verify(&lines, &[kept("c")]), Ok(()));
    for (lines, content, sequence) in [(&lines[..], "changed", 4), (&lines[..2], "c", 3)] {
        let found = verify(lines, &[kept(content)]).unwrap_err();
        assert_eq!((found.sequence, found.fault), (sequence, Fault::NotLogged));
        assert_eq!(found.subject, Some(Subject::Candidate("ana".into())));
    }
    let other = Expected { act: Act::DecisionChange, ..kept("c") };
    assert!(verify(&lines, &[other]).is_err(), "under another act it was not logged");
}

#[test]
fn every_act_is_read_back_from_its_word() {
    for act in Act::ALL {
        assert_eq!(Act::from_code(act.code()), Some(act));
        assert_eq!(serde_json::to_value(act).unwrap(), act.code());
    }
    assert_eq!(Act::from_code("other"), None);
}

fn chain(contents: &[&str]) -> Vec<LogLine> {
    let mut lines: Vec<LogLine> = Vec::new();
    for content in contents {
        let next = LogLine::after(lines.last(), deed(Act::Reveal, content));
        lines.push(next);
    }
    lines
}

#[test]
fn what_came_after_a_backup_is_carried_over_where_the_log_here_goes_on_from_it() {
    let here = chain(&["a", "b", "c", "d"]);
    let check = |backup: &[LogLine], fate: LogFate, over: &[LogLine], words: &str| {
        let (told, found) = carried(Some(&here), backup, StayIn::BackupBefore);
        assert_eq!((told.fate, found), (fate, over), "{words}");
        assert_eq!((told.carried, told.left), (u32::try_from(over.len()).unwrap(), 0), "{words}");
        assert_eq!(told.words, words);
    };
    let all = "No line of the log is lost: the backup has every line that is here.";
    check(
        &chain(&["a", "b"]),
        LogFate::GoesOn,
        &here[2..],
        "No line of the log is lost: the 2 that came after the backup are carried over.",
    );
    check(
        &here[..3],
        LogFate::GoesOn,
        &here[3..],
        "No line of the log is lost: the 1 that came after the backup is carried over.",
    );
    check(
        &[],
        LogFate::GoesOn,
        &here,
        "No line of the log is lost: the 4 that came after the backup are carried over.",
    );
    check(&here, LogFate::GoesOn, &[], all);
    check(&chain(&["a", "b", "c", "d", "e"]), LogFate::GoesOn, &[], all);
    let (told, found) = carried(Some(&[]), &here, StayIn::BackupBefore);
    assert_eq!((told.fate, found.len()), (LogFate::GoesOn, 0));
}

#[test]
fn a_log_that_differs_is_broken_or_cannot_be_read_is_not_carried_over_and_that_is_said() {
    let here = chain(&["a", "b", "c", "d"]);
    let (told, found) = carried(Some(&here), &chain(&["a", "x", "c"]), StayIn::BackupBefore);
    assert_eq!((told.fate, told.left, found), (LogFate::Differs, 3, &[] as &[LogLine]));
    assert!(
        told.words.contains("they differ from line 2 on")
            && told.words.contains("3 lines that are not in it stay only"),
        "{told:?}"
    );

    // A line of the backup that was edited, and kept its hash.
    let mut edited = chain(&["a", "b"]);
    edited[1].actor = "you".into();
    assert_eq!(carried(Some(&here), &edited, StayIn::BackupBefore).0.fate, LogFate::Differs);

    let mut forged = here.clone();
    forged[2].content = "x".into();
    let (told, found) = carried(Some(&forged), &here[..2], StayIn::BackupBefore);
    assert_eq!((told.fate, told.left, found), (LogFate::Broken, 2, &[] as &[LogLine]));
    assert!(told.words.contains("line 3 is wrong"), "{told:?}");

    let (told, found) = carried(None, &here, StayIn::BackupBefore);
    assert_eq!((told.fate, told.carried, told.left, found), (LogFate::Unreadable, 0, 0, &[] as &[LogLine]));
}

#[test]
fn what_is_left_in_a_rescue_is_said_to_stay_in_the_damaged_file() {
    let (told, _) = carried(Some(&chain(&["a", "b"])), &chain(&["a", "x"]), StayIn::DamagedFile);
    assert!(told.words.contains("1 line that is not in it stays only in the damaged file, which is kept."), "{told:?}");
}

#[test]
fn a_log_that_could_be_read_in_part_never_counts_as_whole() {
    let lines = chain(&["a", "b", "c", "d"]);
    let mut gap = lines.clone();
    gap.remove(1);
    for (lines, lost, or_more, fate, words) in [
        (
            &lines[..],
            0,
            false,
            LogFate::GoesOn,
            "No line of the log is lost: 4 lines could be read, and the log holds.",
        ),
        (
            &lines[..1],
            3,
            false,
            LogFate::Broken,
            "3 lines of the log could not be read. What is left of it, 1 line, holds; what came after that is gone.",
        ),
        (
            &gap[..],
            1,
            false,
            LogFate::Broken,
            "1 line of the log could not be read. The log does not hold at line 2: A line before this one is missing, or \
             this one stands in the wrong place.",
        ),
        (
            &lines[..2],
            0,
            true,
            LogFate::Broken,
            "Lines of the log could not be read; how many is not known. What is left of it, 2 lines, holds; what came after \
             that is gone.",
        ),
    ] {
        let told = rescued(lines, lost, or_more);
        assert_eq!((told.fate, told.words.as_str(), u64::from(told.left)), (fate, words, lost));
    }
}
