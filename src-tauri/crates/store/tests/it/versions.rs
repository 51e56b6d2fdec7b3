//! What never changes: versions of questions and kits, and a scorecard that is submitted; and who owns the laptop.

use workbench_domain::{
    canonical,
    interviewer::Interviewer,
    kit::Role,
    question::Question,
    scorecard::{Recommendation, Scorecard},
};
use workbench_store::{Put, StoreError, interviewer, kit, question, role, scorecard, setting};

use crate::support::{Home, a_kit, a_question, a_role, a_world, at, me, submit, within};

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
        let ids: Vec<_> = question::list(w)?.into_iter().map(|found| found.version.question.id.0).collect();
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
        assert_eq!(kit::list(w, false)?.len(), 1);
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
