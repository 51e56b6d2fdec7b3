//! How long it takes with years of interviews; `cargo test -p workbench-store measure -- --ignored --nocapture`.

use std::time::Instant;

use workbench_domain::{
    entry::{Entry, EntryKind},
    filter::QuestionFilter,
    question::Question,
    rating::{Level, Rating},
    record::Rated,
};
use workbench_store::{
    StoreError, candidate, entry, interview, interviewer, kit,
    question::{self, Search},
    record, role,
};

use crate::support::{Home, KEY, a_candidate, a_kit, a_question, a_role, an_interview, at, me};

const INTERVIEWS: i64 = 1000;

fn look(text: &str, ranked: bool) -> Search {
    Search { text: text.to_owned(), ranked, limit: 20, ..Search::default() }
}

#[tokio::test]
#[ignore = "takes a minute; run it by name"]
async fn years_of_interviews() {
    let home = Home::new();
    let store = home.store();
    let started = Instant::now();
    store
        .write(|w| {
            interviewer::set_me(w, &me())?;
            role::put(w, &a_role(), at(0))?;
            let all: Vec<_> = (0..2000).map(|n| a_question(&format!("q/{n}"))).collect();
            for q in &all {
                question::put(w, q, at(0), q.id.as_str())?;
            }
            kit::put(w, &a_kit(&all[..20]), at(0), "kit")?;
            for n in 0..INTERVIEWS {
                let (id, person) = (format!("i{n}"), format!("c{}", n / 4));
                if n % 4 == 0 {
                    candidate::insert(w, &a_candidate(&person, n), &me().id)?;
                }
                interview::insert(w, &an_interview(&id, &person, n * 1000))?;
                for (place, q) in all[..20].iter().enumerate() {
                    let rated = Level::new(3).map(|level| Rated { rating: Rating::Level(level), unjudged: None });
                    record::set_rating(w, &id.as_str().into(), &q.id, rated, at(n))?;
                    for part in 0..2 {
                        let entry = Entry {
                            id: format!("e{n}-{place}-{part}").into(),
                            place: q.id.clone().into(),
                            kind: EntryKind::Note,
                            link: None,
                            text: "what was said ".repeat(10),
                            at_seconds: 1,
                            kept_at: at(n * 1000 + part),
                            rev: 1,
                        };
                        entry::insert(w, &id.as_str().into(), &entry)?;
                    }
                }
            }
            Ok::<_, StoreError>(())
        })
        .await
        .unwrap();
    println!("filled in {:?}", started.elapsed());
    store.close().await.unwrap();
    println!("{} bytes", std::fs::metadata(home.path()).unwrap().len());
    let started = Instant::now();
    let store = home.open_with(KEY, false).unwrap();
    println!("open: {:?}", started.elapsed());
    for round in ["cold", "warm"] {
        let times = store
            .read(|r| {
                let mut times = Vec::new();
                let mut clock = Instant::now();
                let mut lap = |what: &'static str| {
                    times.push((what, clock.elapsed()));
                    clock = Instant::now();
                };
                interview::page(r, workbench_store::Ask { before: None, limit: 1000 })?;
                lap("list of 1000 interviews");
                interview::load(r, &"i500".into())?;
                lap("one interview");
                interview::of_candidate(r, &"c100".into())?;
                lap("four interviews of a candidate");
                question::search(r, &look("ti", false))?;
                lap("search that matches all of 2000, while typing");
                question::search(r, &look("title", true))?;
                lap("the same, ranked");
                Ok::<_, StoreError>(times)
            })
            .await
            .unwrap();
        for (what, time) in times {
            println!("{round}: {what}: {time:?}");
        }
    }
}

#[tokio::test]
#[ignore = "takes a minute; run it by name"]
async fn ten_thousand_questions() {
    let home = Home::new();
    let store = home.store();
    let count = 10_000;
    let words = ["queue", "lock", "Żółć", "山田太郎", "release", "index", "retry", "cache", "shard", "proof"];
    let all: Vec<Question> = (0..count)
        .map(|n| Question {
            title: format!("{} and {} {n}", words[n % 10], words[n / 10 % 10]),
            prompt: format!(
                "Tell me about a {} that met a {}. {}",
                words[n / 100 % 10],
                words[n % 7],
                "More words. ".repeat(30)
            ),
            section: format!("Section {}", n % 12),
            tags: vec![format!("tag{}", n % 40), words[n % 10].into()],
            level: ["junior", "mid", "senior"][n % 3].into(),
            ..a_question(&format!("p/{n}"))
        })
        .collect();
    let started = Instant::now();
    let put = all.clone();
    let done = store.write(move |w| put.iter().try_for_each(|q| question::put(w, q, at(0), q.id.as_str()).map(drop)));
    done.await.unwrap_or_else(|error: StoreError| panic!("{error}"));
    println!("{count} questions put in one transaction: {:?}", started.elapsed());
    let started = Instant::now();
    let told = store.read(move |r| all.iter().try_for_each(|q| question::would_put(r, q).map(drop)));
    told.await.unwrap_or_else(|error: StoreError| panic!("{error}"));
    println!("the same, only asked what would be done: {:?}", started.elapsed());

    let narrow = |filter: QuestionFilter| Search { filter, limit: 50, ..Search::default() };
    let page = |search: Search| Search { limit: 50, ..search };
    let asked = [
        ("everything, newest first", page(look("", false))),
        ("one letter, which most have", page(look("t", false))),
        ("a word that a tenth has", page(look("queue", false))),
        ("two words", page(look("queue zolc", false))),
        ("a word that all have, ranked", page(look("tell", true))),
        ("the hundredth page", Search { offset: 5000, ..page(look("", false)) }),
        (
            "by section, level and tag",
            narrow(QuestionFilter {
                section: Some("Section 1".into()),
                level: Some("mid".into()),
                tag: Some("lock".into()),
                ..QuestionFilter::default()
            }),
        ),
        ("never used", narrow(QuestionFilter { never_used: Some(true), ..QuestionFilter::default() })),
        ("stale", narrow(QuestionFilter { stale: Some(true), ..QuestionFilter::default() })),
    ];
    for (what, search) in asked {
        let mut times = Vec::new();
        let mut total = 0;
        for _ in 0..40 {
            let started = Instant::now();
            let search = search.clone();
            let hits = store.read(move |r| question::search(r, &search)).await;
            total = hits.unwrap_or_else(|error: StoreError| panic!("{error}")).total;
            times.push(started.elapsed());
        }
        times.sort();
        println!("{what}: {total} found; median {:?}, 95 % within {:?}", times[20], times[37]);
    }
    let started = Instant::now();
    let facets = store.read(question::facets).await.unwrap_or_else(|error: StoreError| panic!("{error}"));
    println!("what to filter by, {} values: {:?}", facets.len(), started.elapsed());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes a minute; run it by name"]
async fn saving_while_a_backup_is_made() {
    let home = Home::new();
    let store = home.store();
    for part in 0..10 {
        let fill = move |w: &mut workbench_store::Write<'_>| {
            (0..1000).try_for_each(|n| workbench_store::setting::set(w, &format!("fill {part} {n}"), &"x".repeat(4000)))
        };
        store.write(fill).await.unwrap_or_else(|error: StoreError| panic!("{error}"));
    }
    let mut waits = [Vec::new(), Vec::new()];
    for round in 0..2 {
        let (from, to) = (home.path(), home.file("copy.db"));
        let making = (round == 1).then(|| {
            tokio::task::spawn_blocking(move || {
                workbench_store::backup::make(
                    &from,
                    &workbench_store::DataKey::new(KEY),
                    &to,
                    &workbench_store::backup::unwatched(),
                )
                .unwrap()
            })
        });
        let begun = Instant::now();
        while making.as_ref().map_or(waits[round].len() < 200, |making| !making.is_finished()) {
            let asked = Instant::now();
            crate::support::set(&store, "typed", &format!("{:?}", begun.elapsed())).await.unwrap();
            waits[round].push(asked.elapsed());
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        println!("{}: {:?} for all", ["alone", "beside a backup"][round], begun.elapsed());
    }
    for (waits, words) in waits.iter_mut().zip(["alone", "beside a backup"]) {
        waits.sort();
        println!(
            "{words}: {} saves, median {:?}, 95 % {:?}, longest {:?}",
            waits.len(),
            waits[waits.len() / 2],
            waits[waits.len() * 95 / 100],
            waits[waits.len() - 1]
        );
    }
}
