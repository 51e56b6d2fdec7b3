//! What goes in comes out.

use workbench_domain::{
    canonical,
    entry::{Entry, EntryKind},
    interview::{Draft, Interview, InterviewState, QuestionRecord},
    interviewer::Interviewer,
    kit::{KitContent, Role},
    question::Question,
    rating::{Level, Rating},
    scorecard::{Recommendation, Scorecard},
    tick::{Tick, TickState, TickTarget},
};
use workbench_store::{
    Put, StoreError, Write, candidate, draft, entry, interview, interviewer, kit, question, rating, role, scorecard,
    seen, setting, tick,
};

use crate::support::{Home, a_candidate, a_kit, a_question, a_role, a_world, an_interview, at, me, submit};

async fn within(test: impl FnOnce(&Write<'_>) -> Result<(), StoreError> + Send + 'static) {
    let home = Home::new();
    home.store().write(move |w| test(w)).await.unwrap();
}

fn an_entry(id: &str, question: Option<&str>, kept: i64) -> Entry {
    Entry {
        id: id.into(),
        question_id: question.map(Into::into),
        kind: EntryKind::Quote,
        text: format!("Text of {id}, 太郎"),
        at_seconds: 12,
        kept_at: at(kept),
        rev: 1,
    }
}

#[tokio::test]
async fn one_interviewer_owns_the_laptop() {
    within(|w| {
        assert_eq!(interviewer::me(w)?, None);
        interviewer::set_me(w, &me())?;
        let other = Interviewer { id: "other".into(), name: "Other".into() };
        interviewer::put(w, &other)?;
        interviewer::put(w, &Interviewer { name: "Renamed".into(), ..me() })?;
        assert_eq!(interviewer::me(w)?.map(|me| me.name).as_deref(), Some("Renamed"));
        interviewer::set_me(w, &other)?;
        assert_eq!(interviewer::me(w)?, Some(other));
        assert_eq!(interviewer::get(w, &me().id)?.map(|found| found.name).as_deref(), Some("Renamed"));
        assert_eq!(setting::get(w, "x")?, None);
        setting::set(w, "x", "1")?;
        setting::set(w, "x", "2")?;
        assert_eq!(setting::get(w, "x")?.as_deref(), Some("2"));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn versions_never_change_and_count_from_one() {
    within(|w| {
        let first = a_question("q");
        let second = Question { prompt: "Other words?".into(), ..first.clone() };
        assert_eq!(question::put(w, &first, at(0), "u1")?, Put::Added);
        assert_eq!(question::put(w, &first, at(1), "u2")?, Put::Unchanged);
        assert_eq!(question::put(w, &second, at(2), "u3")?, Put::Changed);
        assert_eq!(question::put(w, &first, at(3), "u4")?, Put::Changed);
        let newest = question::get(w, &first.id)?.unwrap();
        assert_eq!((newest.number, &newest.question, newest.hash.as_str()), (3, &first, first.hash().as_str()));
        let old = question::get_version(w, &first.id, &second.hash())?.unwrap();
        assert_eq!((old.number, old.question), (2, second.clone()));
        assert_eq!(question::get_version(w, &first.id, "none")?, None);
        question::put(w, &a_question("a"), at(4), "u5")?;
        let ids: Vec<_> = question::list(w)?.into_iter().map(|v| v.question.id.0).collect();
        assert_eq!(ids, ["q", "a"], "in the order of adding");

        assert_eq!(role::put(w, &a_role(), at(0))?, Put::Added);
        assert_eq!(role::put(w, &a_role(), at(0))?, Put::Unchanged);
        let renamed = Role { title: "Architect".into(), ..a_role() };
        assert_eq!(role::put(w, &renamed, at(1))?, Put::Changed);
        assert_eq!((role::get(w, &renamed.id)?, role::list(w)?.len()), (Some(renamed), 1));

        let content = a_kit(std::slice::from_ref(&second));
        assert_eq!(kit::put(w, &content, at(0), "k1")?, Put::Added);
        assert_eq!(kit::put(w, &content, at(0), "k2")?, Put::Unchanged);
        let next = a_kit(&[a_question("a"), first.clone()]);
        assert_eq!(kit::put(w, &next, at(1), "k3")?, Put::Changed);
        let version = |number| kit::get_version(w, &content.kit.id, number);
        assert_eq!(version(1)?.map(|v| (v.hash, v.content)), Some((canonical::hash(&content), content.clone())));
        assert_eq!(version(3)?, None);
        assert_eq!(kit::get(w, &content.kit.id)?.map(|v| (v.number, v.content)), Some((2, next)));
        assert_eq!(kit::list(w)?.len(), 1);
        let unknown = kit::put(w, &a_kit(&[a_question("never put")]), at(2), "k4");
        assert!(matches!(unknown, Err(StoreError::Bug(_))), "{unknown:?}");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_database_itself_refuses_to_change_a_version_or_a_locked_scorecard() {
    let home = Home::new();
    let store = home.store();
    store
        .write(|w| {
            a_world(w)?;
            submit(w, Recommendation::No, "Because.", 5)?;
            assert!(matches!(submit(w, Recommendation::Yes, "Or not.", 6), Err(StoreError::Bug(_))));
            assert!(matches!(scorecard::save(w, &"i1".into(), &Scorecard::default()), Err(StoreError::Bug(_))));
            Ok::<_, StoreError>(())
        })
        .await
        .unwrap();
    store.close().await.unwrap();
    let conn = home.raw();
    for sql in [
        "UPDATE question_version SET doc = '{}'",
        "UPDATE kit_version SET number = 9",
        "UPDATE scorecard SET reason = ''",
        "UPDATE scorecard_version SET reason = ''",
    ] {
        assert!(conn.execute(sql, []).is_err(), "{sql}");
    }
}

/// Writes into every part of `i1`, and says what it must be.
fn fill(w: &Write<'_>, content: KitContent) -> Result<Interview, StoreError> {
    let id = "i1".into();
    let (late, early) = (an_entry("e2", None, 3000), an_entry("e1", Some("q/a"), 2000));
    for entry in [&late, &early, &an_entry("gone", Some("q/a"), 2500)] {
        entry::insert(w, &id, entry)?;
    }
    entry::set_removed(w, &"gone".into(), Some(at(4000)))?;
    let changed = Entry { kind: EntryKind::FollowUp, text: "Changed".into(), rev: 2, ..early };
    entry::update(w, &changed)?;
    let tick = Tick { question_id: "q/a".into(), target: TickTarget::RedFlag, number: 1, state: TickState::Prompted };
    tick::set(w, &id, &Tick { state: TickState::Heard, ..tick.clone() })?;
    tick::set(w, &id, &tick)?;
    tick::set(w, &id, &Tick { number: 2, ..tick.clone() })?;
    tick::clear(w, &id, &"q/a".into(), TickTarget::RedFlag, 2)?;
    let four = Rating::Level(Level::new(4).unwrap());
    rating::set(w, &id, &"q/a".into(), Some(four), at(5000))?;
    rating::set(w, &id, &"q/b".into(), Some(Rating::NotAsked), at(5001))?;
    rating::set(w, &id, &"q/c".into(), Some(four), at(5002))?;
    rating::set(w, &id, &"q/c".into(), None, at(5003))?;
    for seconds in [30, 90, 60] {
        interview::set_spent(w, &id, &"q/a".into(), seconds)?;
    }
    interview::set_at(w, &id, Some(&"q/b".into()))?;
    let general = Draft { question_id: None, kind: EntryKind::Note, text: "half a sen".into(), at_seconds: 9 };
    let under = Draft { question_id: Some("q/a".into()), ..general.clone() };
    draft::set(w, &id, &Draft { text: "half".into(), ..general.clone() })?;
    draft::set(w, &id, &general)?;
    draft::set(w, &id, &under)?;
    draft::set(w, &id, &Draft { text: String::new(), ..under })?;
    let scorecard =
        Scorecard { recommendation: Some(Recommendation::StrongYes), reason: "So far".into(), ..Scorecard::default() };
    scorecard::save(w, &id, &scorecard)?;
    let record =
        |question: &str, rating, spent_seconds| QuestionRecord { question_id: question.into(), rating, spent_seconds };
    Ok(Interview {
        id,
        candidate_id: "c1".into(),
        interviewer: me(),
        state: InterviewState::Open,
        started_at: at(1000),
        kit_version: 1,
        kit_hash: canonical::hash(&content),
        content,
        records: vec![record("q/c", None, 0), record("q/a", Some(four), 90), record("q/b", Some(Rating::NotAsked), 0)],
        entries: vec![changed, late],
        settled: vec![],
        hidden: vec![],
        ticks: vec![tick],
        scorecard,
        at: Some("q/b".into()),
        drafts: vec![general],
    })
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
        let asked = ["q/c", "q/a", "q/b"].map(|id| interview::Asked { id: id.into(), indicators: 2, red_flags: 1 });
        assert_eq!(guard.questions, asked, "in the kit's order");
        assert_eq!(interview::guard(w, &"none".into())?, None);

        let (owner, removed, is_removed) = entry::get(w, &"gone".into())?.unwrap();
        assert_eq!((owner.as_str(), removed.text.as_str(), is_removed), ("i1", "Text of gone, 太郎", true));
        entry::set_removed(w, &"gone".into(), None)?;
        expected.entries.insert(1, an_entry("gone", Some("q/a"), 2500));

        expected.scorecard = submit(w, Recommendation::No, "After all", 9000)?;
        interview::insert(w, &an_interview("i0", "c1", 500))?;
        expected.state = InterviewState::Submitted;
        let all = interview::of_candidate(w, &"c1".into())?;
        assert_eq!(all.iter().map(|i| i.id.as_str()).collect::<Vec<_>>(), ["i0", "i1"], "oldest first");
        assert_eq!(all.last(), Some(&expected));

        let submitted = interview::guard(w, &"i1".into())?.map(|guard| guard.state);
        assert_eq!(submitted, Some(InterviewState::Submitted));
        interview::touch(w, &"i1".into(), at(8000))?;
        let list = interview::list(w)?;
        assert_eq!(list.iter().map(|i| i.id.as_str()).collect::<Vec<_>>(), ["i1", "i0"], "newest first");
        let first = list.into_iter().next().unwrap();
        let expected = interview::InterviewSummary {
            id: "i1".into(),
            candidate_id: "c1".into(),
            role_id: "r/senior".into(),
            candidate_name: "Candidate c1".into(),
            interviewer: me(),
            state: InterviewState::Submitted,
            started_at: at(1000),
            submitted_at: Some(at(9000)),
            kit_title: "First talk".into(),
            questions: 3,
            rated: 2,
            entries: 3,
            last_noted_at: Some(at(3000)),
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
            ("entry update", entry::update(w, &an_entry("x", None, 0))),
            ("entry remove", entry::set_removed(w, &"x".into(), None)),
            ("entry insert", entry::insert(w, &none, &an_entry("x", None, 0))),
            ("set_at", interview::set_at(w, &none, None)),
            ("set_spent", interview::set_spent(w, &none, &"q/a".into(), 1)),
            ("tick", tick::set(w, &none, &tick)),
            ("rating", rating::set(w, &none, &"q/a".into(), None, at(0))),
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
    for table in ["interview", "entry", "draft", "tick", "question_record", "scorecard", "scorecard_version", "seen"] {
        let rows: i64 = conn.query_row(&format!("SELECT count(*) AS n FROM {table}"), [], |row| row.get("n")).unwrap();
        assert_eq!(rows, 0, "{table}");
    }
}
