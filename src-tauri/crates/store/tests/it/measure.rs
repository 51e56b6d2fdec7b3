//! How long it takes with years of interviews; `cargo test -p workbench-store measure -- --ignored --nocapture`.

use std::time::Instant;

use workbench_domain::{
    entry::{Entry, EntryKind},
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
                interview::list(r)?;
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
