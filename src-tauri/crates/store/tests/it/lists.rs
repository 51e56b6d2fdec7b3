//! Long lists: pages that begin where the last one ended, people by name, and who waits.

use workbench_store::{Ask, Page, Read, StoreError, Write, candidate, interview, retention};

use crate::support::{a_candidate, a_world, an_interview, at, me, within};

fn people(w: &Write<'_>, names: &[&str]) -> Result<(), StoreError> {
    for (number, name) in names.iter().enumerate() {
        let id = format!("p{number}");
        // The clock was set back while they were added: the order is that of adding.
        let one = candidate_of(&id, name, 1_000 - i64::try_from(number).unwrap());
        candidate::insert(w, &one, &me().id)?;
    }
    Ok(())
}

fn candidate_of(id: &str, name: &str, added: i64) -> workbench_domain::candidate::Candidate {
    workbench_domain::candidate::Candidate { name: name.to_owned(), ..a_candidate(id, added) }
}

fn page(r: &Read<'_>, text: &str, ask: Ask) -> Result<(Vec<String>, Option<i64>), StoreError> {
    let Page { rows, next } = candidate::page(r, &candidate::Search { text: text.to_owned(), role: None }, ask)?;
    Ok((rows.into_iter().map(|one| one.name).collect(), next))
}

#[tokio::test]
async fn a_page_has_at_most_as_many_as_were_asked_for_and_the_next_one_begins_behind_it() {
    within(|w| {
        a_world(w)?;
        candidate::remove(w, &"c1".into())?;
        people(w, &["Ana", "Bo", "Cy", "Dee", "Eva"])?;
        let (mut before, mut pages) = (None, Vec::new());
        loop {
            let (names, next) = page(w, "", Ask { before, limit: 2 })?;
            pages.push(names);
            if next.is_none() {
                break;
            }
            before = next;
            // Whoever comes meanwhile is on the first page, and moves nobody to another one.
            candidate::insert(w, &candidate_of(&format!("new{}", pages.len()), "Late", 5), &me().id)?;
        }
        assert_eq!(pages, [vec!["Eva", "Dee"], vec!["Cy", "Bo"], vec!["Ana"]]);
        let (all, next) = page(w, "", Ask { before: None, limit: 7 })?;
        assert_eq!((all.len(), next), (7, None), "a page that is just full is the last one");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn people_are_found_by_the_beginnings_of_their_names_in_any_script_a_page_at_a_time() {
    within(|w| {
        a_world(w)?;
        candidate::remove(w, &"c1".into())?;
        people(w, &["Øystein Ås", "Ana Łęcka", "山田太郎", "O'Brien", "Ana Maria", "Anatol", "शर्मा"])?;
        let all = Ask { before: None, limit: 9 };
        for (text, found) in [
            ("oy", vec!["Øystein Ås"]),
            ("as oystein", vec!["Øystein Ås"]),
            ("lecka", vec!["Ana Łęcka"]),
            ("太郎", vec!["山田太郎"]),
            ("o'br", vec!["O'Brien"]),
            ("शर्मा", vec!["शर्मा"]),
            ("ana ", vec!["Ana Maria", "Ana Łęcka"]),
            ("ana", vec!["Anatol", "Ana Maria", "Ana Łęcka"]),
            ("\"*", vec![]),
            ("na", vec![]),
        ] {
            assert_eq!(page(w, text, all)?, (found.iter().map(|name| (*name).to_owned()).collect(), None), "{text}");
        }
        let (first, next) = page(w, "ana", Ask { before: None, limit: 2 })?;
        let (second, end) = page(w, "ana", Ask { before: next, limit: 2 })?;
        assert_eq!((first.len(), second, end), (2, vec!["Ana Łęcka".to_owned()], None));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn interviews_come_a_page_at_a_time() {
    within(|w| {
        a_world(w)?;
        candidate::remove(w, &"c1".into())?;
        for number in 0..5 {
            let who = format!("w{number}");
            candidate::insert(w, &a_candidate(&who, number), &me().id)?;
            interview::insert(w, &an_interview(&format!("i{number}"), &who, 10 - number))?;
        }
        let ids = |page: &Page<interview::InterviewSummary>| -> Vec<String> {
            let mut ids: Vec<_> = page.rows.iter().map(|one| one.id.to_string()).collect();
            ids.sort();
            ids
        };
        let first = interview::page(w, Ask { before: None, limit: 3 })?;
        let second = interview::page(w, Ask { before: first.next, limit: 3 })?;
        assert_eq!((ids(&first), first.next.is_some()), (vec!["i2".into(), "i3".into(), "i4".into()], true));
        assert_eq!((ids(&second), second.next), (vec!["i0".into(), "i1".into()], None));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn who_is_looked_at_for_retention_is_found_a_page_at_a_time_even_where_someone_was_erased_meanwhile() {
    within(|w| {
        a_world(w)?;
        candidate::remove(w, &"c1".into())?;
        for number in 0..4 {
            candidate::insert(w, &a_candidate(&format!("w{number}"), 7), &me().id)?;
        }
        let ids = |found: &[retention::Added]| found.iter().map(|one| one.id.to_string()).collect::<Vec<_>>();
        let first = retention::added(w, at(8), None, 2)?;
        assert_eq!(ids(&first), ["w0", "w1"]);
        assert!(candidate::remove(w, &"w1".into())?);
        assert_eq!(ids(&retention::added(w, at(8), Some(first[1].place), 2)?), ["w2", "w3"]);
        assert_eq!(ids(&retention::added(w, at(7), None, 2)?), Vec::<String>::new());
        Ok(())
    })
    .await;
}
