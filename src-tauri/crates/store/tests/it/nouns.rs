//! What goes in comes out.

use workbench_domain::{
    action::{EntryPlace, EntryText},
    attachment::{Attachment, AttachmentKind},
    canonical,
    draft::{Draft, DraftLink, DraftText},
    entry::{Entry, EntryKind, EntryLink},
    ids::InterviewId,
    interview::{Interview, InterviewState},
    kit::KitContent,
    meeting::{Adjustments, Meeting, Mode, Pause, PauseCause},
    phase::Phase,
    place::Place,
    preparation::Preparation,
    rating::{Level, Rating},
    record::{Deviation, DeviationKind, ProbeAsked, QuestionRecord, Rated, Unjudged},
    scorecard::{Recommendation, Scorecard},
    tick::{Tick, TickState, TickTarget},
};
use workbench_store::{
    StoreError, Write, action, attachment, candidate, draft, entry, interview, preparation, record, scorecard, seen,
    tick,
};

use crate::support::{Home, a_candidate, a_world, an_interview, at, me, submit, within};

fn an_entry(id: &str, place: &str, kept: i64) -> Entry {
    Entry {
        id: id.into(),
        place: Place::from_code(place),
        kind: EntryKind::Quote,
        link: None,
        text: format!("Text of {id}, 太郎"),
        at_seconds: 12,
        kept_at: at(kept),
        rev: 1,
    }
}

/// Writes into every part of `i1`, and says what it must be.
fn fill(w: &Write<'_>, content: KitContent) -> Result<Interview, StoreError> {
    let id = "i1".into();
    let (late, early) = (an_entry("e2", "general", 3000), an_entry("e1", "candidate_questions", 2000));
    for entry in [&late, &early, &an_entry("gone", "q/a", 2500)] {
        entry::insert(w, &id, entry)?;
    }
    entry::set_removed(w, &"gone".into(), Some(at(4000)))?;
    let link = Some(EntryLink { target: TickTarget::RedFlag, number: 1 });
    entry::set_place(w, &early.id, &EntryPlace { place: Place::Question("q/a".into()), link: None })?;
    entry::set_text(w, &early.id, &EntryText { kind: EntryKind::Code, link, text: "Changed".into() })?;
    let place = Place::Question("q/a".into());
    let changed = Entry { place, kind: EntryKind::Code, link, text: "Changed".into(), rev: 3, ..early };
    let tick = Tick { question_id: "q/a".into(), target: TickTarget::RedFlag, number: 1, state: TickState::Prompted };
    tick::set(w, &id, &Tick { state: TickState::Heard, ..tick.clone() })?;
    tick::set(w, &id, &tick)?;
    tick::set(w, &id, &Tick { number: 2, ..tick.clone() })?;
    tick::clear(w, &id, &"q/a".into(), TickTarget::RedFlag, 2)?;
    assert_eq!(tick::get(w, &id, &"q/a".into(), TickTarget::RedFlag, 1)?, Some(TickState::Prompted));
    assert_eq!(tick::get(w, &id, &"q/a".into(), TickTarget::RedFlag, 2)?, None);
    let four = Rated { rating: Rating::Level(Level::new(4).unwrap()), unjudged: None };
    let unjudged = Rated { rating: Rating::CouldNotJudge, unjudged: Some(Unjudged::OutOfTime) };
    record::set_rating(w, &id, &"q/a".into(), Some(four), at(5000))?;
    record::set_rating(w, &id, &"q/b".into(), Some(unjudged), at(5001))?;
    record::set_rating(w, &id, &"q/c".into(), Some(unjudged), at(5002))?;
    record::set_rating(w, &id, &"q/c".into(), None, at(5003))?;
    for (number, asked) in [(Some(1), 1), (None, 2), (None, 3), (Some(2), 1), (Some(2), 0)] {
        record::set_probe(w, &id, &"q/a".into(), number, asked)?;
    }
    let deviation = Deviation { kind: DeviationKind::Reworded, reason: "In Polish".into() };
    record::set_deviation(w, &id, &"q/c".into(), Some(&deviation))?;
    record::set_deviation(w, &id, &"q/b".into(), Some(&deviation))?;
    record::set_deviation(w, &id, &"q/b".into(), None)?;
    for seconds in [30, 90, 60] {
        interview::set_spent(w, &id, &"q/a".into(), seconds)?;
    }
    interview::set_at(w, &id, &Place::CandidateQuestions)?;
    let link = Some(DraftLink { target: TickTarget::Indicator, number: 2, state: TickState::Prompted });
    let written = DraftText { kind: EntryKind::Note, link, text: "half a sen".into(), at_seconds: 9 };
    let shorter = DraftText { text: "half".into(), link: None, ..written.clone() };
    let (here, e1) = (Place::Question("q/a".into()), Some("e1".into()));
    for (place, entry, written) in [
        (&Place::General, None, Some(&shorter)),
        (&Place::General, None, Some(&written)),
        (&here, None, Some(&shorter)),
        (&here, e1.as_ref(), Some(&shorter)),
        (&here, e1.as_ref(), Some(&written)),
        (&here, None, None),
    ] {
        draft::set(w, &id, place, entry, written)?;
    }
    assert_eq!(draft::get(w, &id, &here, e1.as_ref())?.as_ref(), Some(&written));
    assert_eq!(draft::get(w, &id, &here, None)?, None);
    let drafts = vec![
        Draft { place: Place::General, entry_id: None, written: written.clone() },
        Draft { place: here, entry_id: e1, written },
    ];
    let picture = Attachment {
        id: "a1".into(),
        place: Place::General,
        name: "board.png".into(),
        kind: AttachmentKind::Png,
        size: 5,
        sha256: canonical::hash_bytes(b"bytes"),
        added_at: at(6000),
    };
    attachment::insert(w, &id, &picture, b"bytes")?;
    let meeting = a_meeting(w, &id)?;
    preparation::put(w, &id, &Preparation { covers: "I: code".into(), ..Preparation::default() })?;
    let scorecard =
        Scorecard { recommendation: Some(Recommendation::StrongYes), reason: "So far".into(), ..Scorecard::default() };
    scorecard::save(w, &id, &scorecard)?;
    let record = |question: &str, rated: Option<Rated>, spent_seconds| QuestionRecord {
        rating: rated.map(|rated| rated.rating),
        unjudged: rated.and_then(|rated| rated.unjudged),
        spent_seconds,
        ..QuestionRecord::empty(question.into())
    };
    let probes = vec![ProbeAsked { number: None, asked: 3 }, ProbeAsked { number: Some(1), asked: 1 }];
    Ok(Interview {
        id,
        candidate_id: "c1".into(),
        interviewer: me(),
        host_id: None,
        session_id: "session of i1".into(),
        part: None,
        state: InterviewState::Open,
        started_at: at(1000),
        meeting,
        kit_version: 1,
        kit_hash: canonical::hash(&content),
        content,
        records: vec![
            QuestionRecord { deviation: Some(deviation), ..record("q/c", None, 0) },
            QuestionRecord { probes, ..record("q/a", Some(four), 90) },
            record("q/b", Some(unjudged), 0),
        ],
        // In the order they were kept, though the clock was set back in between.
        entries: vec![late, changed],
        settled: vec![],
        hidden: vec![],
        ticks: vec![tick],
        scorecard,
        attachments: vec![picture],
        at: Place::CandidateQuestions,
        drafts,
    })
}

/// Writes everything that is known of a meeting.
fn a_meeting(w: &Write<'_>, id: &InterviewId) -> Result<Meeting, StoreError> {
    let rest = Pause { cause: PauseCause::Asked, at_seconds: 30, began_at: at(2000), ended_at: None };
    interview::add_pause(w, id, &rest)?;
    // The clock was set back in between: a pause never ends before it began.
    interview::end_pause(w, id, at(1500))?;
    let sleep = Pause { cause: PauseCause::Sleep, at_seconds: 90, began_at: at(3000), ended_at: Some(at(4000)) };
    interview::add_pause(w, id, &sleep)?;
    let meeting = Meeting {
        phase: Phase::Interrupted,
        reason: "The line broke.".into(),
        mode: Mode::Afterwards,
        held_at: Some(at(100)),
        begun_at: Some(at(200)),
        ended_at: Some(at(300)),
        elapsed_seconds: 95,
        told_at: Some(at(4500)),
        late_minutes: 3,
        early_minutes: 4,
        adjustments: Adjustments { more_minutes: 15, break_minutes: 5, questions_ahead: true },
        pauses: vec![Pause { ended_at: Some(at(2000)), ..rest }, sleep],
    };
    interview::set_meeting(w, id, &Meeting { elapsed_seconds: 90, told_at: None, ..meeting.clone() })?;
    interview::tell(w, id, 95, at(4400))?;
    interview::tell(w, id, 80, at(4500))?;
    assert_eq!(interview::meeting(w, id)?.as_ref(), Some(&meeting));
    Ok(meeting)
}

#[tokio::test]
async fn an_interview_comes_back_as_it_was_written() {
    within(|w| {
        let content = a_world(w)?;
        let mut expected = fill(w, content)?;
        assert_eq!(interview::load(w, &"i1".into())?, Some(expected.clone()));
        assert_eq!(interview::load(w, &"none".into())?, None);
        let guard = interview::guard(w, &"i1".into())?.unwrap();
        assert_eq!((guard.state, guard.interviewer_id), (InterviewState::Open, me().id));
        assert_eq!((guard.phase, guard.practice, guard.host_id), (Phase::Interrupted, false, None));
        let asked = interview::Asked { indicators: 2, red_flags: 1, probes: 1 };
        assert_eq!(interview::asked(w, &"i1".into(), &"q/a".into())?, Some(asked));
        assert_eq!(interview::asked(w, &"i1".into(), &"q/none".into())?, None);
        assert_eq!(interview::open_with(w, &"c1".into(), &me().id)?, Some("i1".into()));
        assert_eq!(interview::of_session(w, &guard.session_id)?, ["i1".into()]);
        assert_eq!(preparation::get(w, &"i1".into())?.map(|p| p.covers).as_deref(), Some("I: code"));
        assert_eq!(attachment::bytes(w, &"a1".into())?.as_deref(), Some(&b"bytes"[..]));
        assert_eq!(interview::guard(w, &"none".into())?, None);

        let (owner, removed, is_removed) = entry::get(w, &"gone".into())?.unwrap();
        assert_eq!((owner.as_str(), removed.text.as_str(), is_removed), ("i1", "Text of gone, 太郎", true));
        entry::set_removed(w, &"gone".into(), None)?;
        expected.entries.insert(2, an_entry("gone", "q/a", 2500));

        expected.scorecard = submit(w, Recommendation::No, "After all", 9000)?;
        interview::insert(w, &an_interview("i0", "c1", 500))?;
        expected.state = InterviewState::Submitted;
        let all = interview::of_candidate(w, &"c1".into())?;
        assert_eq!(all.iter().map(|i| i.id.as_str()).collect::<Vec<_>>(), ["i0", "i1"], "oldest first");
        assert_eq!(all.last(), Some(&expected));

        let submitted = interview::guard(w, &"i1".into())?.map(|guard| guard.state);
        assert_eq!(submitted, Some(InterviewState::Submitted));
        interview::touch(w, &"i1".into(), at(8000))?;
        let list = interview::page(w, workbench_store::Ask { before: None, limit: 99 })?.rows;
        assert_eq!(list.iter().map(|i| i.id.as_str()).collect::<Vec<_>>(), ["i1", "i0"], "newest first");
        let first = list.into_iter().next().unwrap();
        let expected = interview::InterviewSummary {
            id: "i1".into(),
            candidate_id: "c1".into(),
            role_id: "r/senior".into(),
            candidate_name: "Candidate c1".into(),
            interviewer: me(),
            host_id: None,
            session_id: "session of i1".into(),
            part: None,
            state: InterviewState::Submitted,
            phase: Phase::Interrupted,
            mode: Mode::Afterwards,
            held_at: Some(at(100)),
            started_at: at(1000),
            submitted_at: Some(at(9000)),
            kit_title: "First talk".into(),
            questions: 3,
            rated: 2,
            entries: 3,
            ended_at: Some(at(300)),
            last_saved_at: at(9000),
        };
        assert_eq!(first, expected);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_is_not_there_cannot_be_changed() {
    within(|w| {
        a_world(w)?;
        let none = "none".into();
        let tick =
            Tick { question_id: "q/a".into(), target: TickTarget::Indicator, number: 1, state: TickState::Heard };
        for (what, result) in [
            ("entry text", entry::set_text(w, &"x".into(), &EntryText::of(&an_entry("x", "general", 0)))),
            ("entry place", entry::set_place(w, &"x".into(), &EntryPlace::of(&an_entry("x", "general", 0)))),
            ("entry remove", entry::set_removed(w, &"x".into(), None)),
            ("entry insert", entry::insert(w, &none, &an_entry("x", "general", 0))),
            ("set_at", interview::set_at(w, &none, &Place::General)),
            ("set_spent", interview::set_spent(w, &none, &"q/a".into(), 1)),
            ("tick", tick::set(w, &none, &tick)),
            ("rating", record::set_rating(w, &none, &"q/a".into(), None, at(0))),
            ("probe", record::set_probe(w, &none, &"q/a".into(), None, 1)),
            ("deviation", record::set_deviation(w, &none, &"q/a".into(), None)),
            ("meeting", interview::set_meeting(w, &none, &Meeting::prepared())),
            ("preparation", preparation::put(w, &none, &Preparation::default())),
            ("spoken name", candidate::set_spoken_name(w, &"nobody".into(), "")),
            ("attachment", attachment::remove(w, &"none".into())),
            ("action", action::set_undone(w, &none, &Place::General, 1, true)),
            ("scorecard", scorecard::save(w, &none, &Scorecard::default())),
            ("second candidate", candidate::insert(w, &a_candidate("c1", 0), &me().id)),
            ("unknown owner", candidate::insert(w, &a_candidate("c2", 0), &"nobody".into())),
        ] {
            assert!(matches!(result, Err(StoreError::Bug(_))), "{what}: {result:?}");
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_removed_candidate_takes_everything_along() {
    let home = Home::new();
    let store = home.store();
    store
        .write(|w| {
            let content = a_world(w)?;
            fill(w, content)?;
            submit(w, Recommendation::No, "After all", 9000)?;
            seen::add(w, &me().id, &"c1".into(), at(9001))?;
            candidate::insert(w, &a_candidate("c2", 10), &me().id)?;
            let ids: Vec<_> = candidate::list(w)?.into_iter().map(|c| c.id.0).collect();
            assert_eq!(ids, ["c2", "c1"], "newest first");
            assert!(candidate::remove(w, &"c1".into())?);
            assert!(!candidate::remove(w, &"c1".into())?);
            assert_eq!(candidate::get(w, &"c1".into())?, None);
            assert_eq!(candidate::get(w, &"c2".into())?, Some(a_candidate("c2", 10)));
            assert_eq!(interview::load(w, &"i1".into())?, None);
            Ok::<_, StoreError>(())
        })
        .await
        .unwrap();
    store.close().await.unwrap();
    let conn = home.raw();
    for table in [
        "interview",
        "entry",
        "draft",
        "tick",
        "question_record",
        "scorecard",
        "scorecard_version",
        "seen",
        "probe",
        "pause",
        "action",
        "preparation",
        "attachment",
    ] {
        let rows: i64 = conn.query_row(&format!("SELECT count(*) AS n FROM {table}"), [], |row| row.get("n")).unwrap();
        assert_eq!(rows, 0, "{table}");
    }
}
