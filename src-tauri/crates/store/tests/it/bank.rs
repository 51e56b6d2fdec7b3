//! Own versions beside those of a pack, which version counts, and the bank's history.

use workbench_domain::{
    bank::{BANK_ACTIONS_MAX, BankAction, BankActionKind, BankChange, BankHistory, ItemState, Origin, RoleState},
    filter::{QuestionField, QuestionFilter},
    ids::QuestionId,
    question::{Question, QuestionType},
};
use workbench_store::{
    Put, Read, StoreError,
    bank::{self, DraftKind},
    kit,
    question::{self, Search},
    record, role,
};

use crate::support::{a_kit, a_question, a_role, a_world, an_interview, at, within};

fn asking(prompt: &str) -> Question {
    Question { prompt: prompt.into(), ..a_question("p/q") }
}

fn found(r: &Read<'_>, text: &str, filter: QuestionFilter) -> Result<Vec<String>, StoreError> {
    let search = Search { text: text.into(), filter, stale_before: at(5000), limit: 20, ..Search::default() };
    Ok(question::search(r, &search)?.page.into_iter().map(|found| found.version.question.id.0).collect())
}

#[tokio::test]
async fn an_own_version_is_never_replaced_by_its_pack_and_the_packs_is_offered() {
    within(|w| {
        let id = QuestionId::from("p/q");
        let now = |w: &Read<'_>| {
            let newest = question::get(w, &id)?.unwrap();
            Ok::<_, StoreError>((newest.number, newest.origin, newest.question.prompt))
        };
        assert_eq!(question::put(w, &asking("one?"), at(0), "1")?, Put::Added);
        assert_eq!(question::save(w, &asking("mine?"), at(1), "2")?, Put::Changed);
        assert_eq!(question::save(w, &asking("mine?"), at(1), "3")?, Put::Unchanged);
        assert_eq!(
            question::put(w, &asking("one?"), at(2), "4")?,
            Put::Unchanged,
            "what mine was made from is no news"
        );
        assert_eq!(question::put(w, &asking("two?"), at(3), "5")?, Put::Offered);
        assert_eq!(question::put(w, &asking("two?"), at(3), "6")?, Put::Unchanged, "it is offered once");
        assert_eq!(now(w)?, (2, Origin::Own, "mine?".into()));
        let state = question::state(w, &id)?.unwrap();
        assert_eq!((state.version, state.offered), (Some(2), Some(3)));
        question::set_state(w, &id, &ItemState { version: Some(3), offered: None, ..state })?;
        assert_eq!(now(w)?, (3, Origin::Pack, "two?".into()));
        assert_eq!(question::put(w, &asking("three?"), at(4), "7")?, Put::Changed, "and follows its pack again");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn whoever_writes_what_the_pack_says_follows_it_again() {
    within(|w| {
        question::put(w, &asking("one?"), at(0), "1")?;
        question::save(w, &asking("mine?"), at(1), "2")?;
        assert_eq!(question::put(w, &asking("two?"), at(2), "3")?, Put::Offered);
        assert_eq!(question::save(w, &asking("two?"), at(3), "4")?, Put::Changed);
        let newest = question::get(w, &"p/q".into())?.unwrap();
        assert_eq!((newest.number, newest.origin), (4, Origin::Pack));
        assert_eq!(question::state(w, &"p/q".into())?.unwrap().offered, None);
        assert_eq!(question::put(w, &asking("three?"), at(4), "5")?, Put::Changed);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_question_written_here_is_changed_by_a_file_that_brings_it_back() {
    within(|w| {
        assert_eq!(question::save(w, &asking("mine?"), at(0), "1")?, Put::Added);
        assert_eq!(question::put(w, &asking("from a table?"), at(1), "2")?, Put::Changed);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_does_not_count_is_in_no_list_and_comes_back_as_the_version_it_was() {
    within(|w| {
        let id = QuestionId::from("p/q");
        question::put(w, &asking("lemon?"), at(0), "1")?;
        let state = question::state(w, &id)?.unwrap();
        question::set_state(w, &id, &ItemState { version: None, ..state.clone() })?;
        assert_eq!(question::get(w, &id)?, None);
        assert_eq!((question::list(w)?.len(), found(w, "lemon", QuestionFilter::default())?.len()), (0, 0));
        assert!(question::facets(w)?.is_empty());
        assert_eq!(question::put(w, &asking("lemon?"), at(1), "2")?, Put::Added);
        assert_eq!(question::state(w, &id)?, Some(state), "no second version of the same words");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn filters_narrow_what_is_found() {
    within(|w| {
        a_world(w)?;
        let other = Question {
            section: "Ways".into(),
            question_type: Some(QuestionType::Behavioural),
            competency: "talk".into(),
            level: "junior".into(),
            tags: vec!["Żółć".into(), "x".into()],
            ..a_question("other")
        };
        question::save(w, &other, at(6000), "o")?;
        let only = |filter: QuestionFilter| found(w, "", filter);
        let some = |text: &str| Some(text.to_owned());
        let old = ["q/b", "q/a", "q/c"].map(str::to_owned).to_vec();
        let new = vec!["other".to_owned()];
        let none = QuestionFilter::default;
        assert_eq!(only(QuestionFilter { pack: some("q"), ..none() })?, old);
        assert_eq!(only(QuestionFilter { pack: some(""), ..none() })?, new);
        assert_eq!(only(QuestionFilter { section: some("Ways"), ..none() })?, new);
        assert_eq!(only(QuestionFilter { question_type: Some(QuestionType::Behavioural), ..none() })?, new);
        assert_eq!(only(QuestionFilter { competency: Some("talk".into()), ..none() })?, new);
        assert_eq!(only(QuestionFilter { level: some("junior"), ..none() })?, new);
        assert_eq!(only(QuestionFilter { tag: some("Żółć"), ..none() })?, new);
        assert_eq!(only(QuestionFilter { tag: some("Żół"), ..none() })?, [""; 0], "a tag is taken whole");
        let narrowed = QuestionFilter { section: some("Ways"), pack: some("q"), ..none() };
        assert_eq!(only(narrowed)?, [""; 0], "all at once");
        assert_eq!(found(w, "zolc", none())?, new, "tags are found by their folded words");

        let never = || QuestionFilter { never_used: Some(true), ..none() };
        let stale = || QuestionFilter { stale: Some(true), ..none() };
        assert_eq!((only(never())?.len(), only(stale())?), (4, old.clone()), "the new one is not stale yet");
        // i1 began at 1000; what is before 5000 is long ago here.
        workbench_store::interview::insert(w, &an_interview("i2", "c1", 7000))?;
        let rated = |code| workbench_domain::rating::Rating::from_code(code);
        for (interview, question, code) in
            [("i1", "q/c", "3"), ("i2", "q/a", "could_not_judge"), ("i2", "q/b", "not_asked")]
        {
            let rated = rated(code).map(|rating| workbench_domain::record::Rated { rating, unjudged: None });
            record::set_rating(w, &interview.into(), &question.into(), rated, at(9000))?;
        }
        assert_eq!(only(never())?, ["other", "q/b"], "what was not asked was not used");
        assert_eq!(only(stale())?, ["q/b", "q/c"]);
        let used = question::item(w, &"q/c".into())?.unwrap();
        assert_eq!((used.uses, used.used_at), (1, Some(at(1000))));

        let id = QuestionId::from("q/a");
        let state = question::state(w, &id)?.unwrap();
        let marked = ItemState { archived_at: Some(at(1)), leaked_at: Some(at(2)), offered: Some(1), ..state };
        question::set_state(w, &id, &marked)?;
        assert_eq!(only(none())?, ["other", "q/b", "q/c"]);
        assert_eq!(only(QuestionFilter { archived: Some(true), ..none() })?, ["q/a"]);
        let leaked = QuestionFilter { archived: Some(true), leaked: Some(true), offered: Some(true), ..none() };
        assert_eq!(only(leaked)?, ["q/a"]);
        let tags: Vec<_> = question::facets(w)?.into_iter().filter(|f| f.facet == "tag").collect();
        assert_eq!(
            tags.iter().map(|f| (f.value.as_str(), f.questions)).collect::<Vec<_>>(),
            [("tagword", 2), ("x", 1), ("Żółć", 1)]
        );
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn pages_follow_one_another_and_know_how_many_there_are() {
    within(|w| {
        for n in 0..25 {
            question::save(w, &a_question(&format!("n{n:02}")), at(n), &format!("v{n}"))?;
        }
        let page = |text: &str, ranked, offset| {
            let search = Search { text: text.into(), ranked, limit: 10, offset, ..Search::default() };
            question::search(w, &search)
        };
        for (text, ranked) in [("", false), ("title", false), ("title", true)] {
            let mut seen = Vec::new();
            for offset in [0, 10, 20, 30] {
                let hits = page(text, ranked, offset)?;
                assert_eq!(hits.total, 25, "{text:?} from {offset}");
                seen.extend(hits.page.into_iter().map(|found| found.version.question.id.0));
            }
            let expected: Vec<_> = (0..25).rev().map(|n| format!("n{n:02}")).collect();
            assert_eq!(seen, expected, "{text:?}");
        }
        assert_eq!(page("nothing of that", true, 10)?.total, 0);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_finding_shows_where_the_words_stand() {
    within(|w| {
        let long = format!("{}the Żółć stands here {}", "before and ".repeat(30), "and after ".repeat(40));
        let question = Question { title: "A 😀 zolc title".into(), probes: vec![long], ..a_question("q") };
        question::save(w, &question, at(0), "v")?;
        let search = Search { text: "zolc".into(), limit: 5, ..Search::default() };
        let marked = question::search(w, &search)?.page.remove(0).marked;
        assert_eq!(marked[0].field, QuestionField::Title);
        assert_eq!(marked[0].marks, [(5, 9)], "the emoji is two units of UTF-16");
        assert_eq!(marked[1].field, QuestionField::Probes);
        let units: Vec<u16> = marked[1].text.encode_utf16().collect();
        let (from, to) = marked[1].marks[0];
        assert_eq!(String::from_utf16(&units[from as usize..to as usize]).unwrap(), "Żółć");
        assert!(marked[1].text.starts_with('…') && marked[1].text.ends_with('…'), "{}", marked[1].text);
        assert!(marked[1].text.chars().count() < 170);
        assert_eq!(question::search(w, &Search { limit: 5, ..Search::default() })?.page[0].marked, []);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_history_is_one_line_and_a_new_action_forgets_what_was_undone() {
    within(|w| {
        let state = |version| ItemState { version: Some(version), ..ItemState::default() };
        let action = |kind, version| BankAction {
            kind,
            changes: vec![BankChange::Question { id: "q".into(), before: state(version), after: state(version + 1) }],
        };
        assert_eq!((bank::last(w)?, bank::history(w)?), (None, BankHistory::default()));
        bank::remember(w, &action(BankActionKind::QuestionAdded, 0), at(0))?;
        bank::remember(w, &action(BankActionKind::QuestionChanged, 1), at(1))?;
        let last = bank::last(w)?.unwrap();
        assert_eq!(last.action, action(BankActionKind::QuestionChanged, 1));
        bank::set_undone(w, last.seq, true)?;
        let both =
            BankHistory { undo: Some(BankActionKind::QuestionAdded), redo: Some(BankActionKind::QuestionChanged) };
        assert_eq!(bank::history(w)?, both);
        bank::set_undone(w, bank::last(w)?.unwrap().seq, true)?;
        assert_eq!(
            bank::undone(w)?.unwrap().action.kind,
            BankActionKind::QuestionAdded,
            "the first undone comes first"
        );
        bank::remember(w, &action(BankActionKind::Imported, 7), at(2))?;
        assert_eq!(bank::history(w)?, BankHistory { undo: Some(BankActionKind::Imported), redo: None });
        for n in 0..BANK_ACTIONS_MAX {
            bank::remember(w, &action(BankActionKind::QuestionChanged, n), at(3))?;
        }
        let mut kept = 0;
        while let Some(last) = bank::last(w)? {
            bank::set_undone(w, last.seq, true)?;
            kept += 1;
        }
        assert_eq!(kept, BANK_ACTIONS_MAX);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_kept_and_forgotten_by_its_editor() {
    within(|w| {
        bank::put_draft(w, DraftKind::Question, "q", &asking("ha"), at(0))?;
        bank::put_draft(w, DraftKind::Question, "q", &asking("half"), at(1))?;
        bank::put_draft(w, DraftKind::Kit, "q", &1, at(2))?;
        let draft = bank::draft::<Question>(w, DraftKind::Question, "q")?.unwrap();
        assert_eq!((draft.content.prompt.as_str(), draft.saved_at), ("half", at(1)));
        bank::remove_draft(w, DraftKind::Question, "q")?;
        assert_eq!(bank::drafts::<Question>(w, DraftKind::Question)?, []);
        assert_eq!(bank::drafts::<u32>(w, DraftKind::Kit)?.len(), 1);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn own_kits_and_roles_are_not_changed_back_by_their_pack() {
    within(|w| {
        let content = a_world(w)?;
        let id = content.kit.id.clone();
        let mut own = content.clone();
        own.kit.title = "Mine".into();
        assert_eq!(kit::publish(w, &own, at(1), "k2")?, Put::Changed);
        assert_eq!(kit::publish(w, &own, at(1), "k3")?, Put::Unchanged);
        assert_eq!(kit::put(w, &content, at(2), "k4")?, Put::Unchanged);
        let mut update = content;
        update.kit.title = "Update".into();
        assert_eq!(kit::put(w, &update, at(3), "k5")?, Put::Offered);
        assert_eq!(kit::get(w, &id)?.map(|kit| (kit.number, kit.content.kit.title)), Some((2, "Mine".into())));
        assert_eq!(kit::state(w, &id)?.unwrap().offered, Some(3));
        assert_eq!(kit::versions(w, &id)?.iter().map(|kit| kit.number).collect::<Vec<_>>(), [3, 2, 1]);

        let mine = workbench_domain::kit::Role { title: "Mine".into(), ..a_role() };
        let own = RoleState { role: mine.clone(), own: true };
        role::set_state(w, &mine.id, Some(&own), at(4))?;
        assert_eq!(role::put(w, &a_role(), at(5))?, Put::Unchanged);
        assert_eq!(role::list(w)?.as_slice(), std::slice::from_ref(&mine));
        role::set_state(w, &mine.id, None, at(6))?;
        assert_eq!((role::list(w)?.len(), role::get(w, &mine.id)?), (0, Some(mine)), "its candidates keep it");
        assert_eq!(role::put(w, &a_role(), at(7))?, Put::Added);
        let kits = kit::list(w, true)?;
        assert!(kits.is_empty() && a_kit(&[]).kit.id == id);
        Ok(())
    })
    .await;
}
