//! What a search finds.

use workbench_domain::question::Question;
use workbench_store::{
    Put, Read, StoreError,
    question::{self, QuestionVersion, Search},
};

use crate::support::{Home, a_question, at};

fn find(r: &Read<'_>, text: &str, limit: u32, ranked: bool) -> Result<Vec<QuestionVersion>, StoreError> {
    let search = Search { text: text.to_owned(), ranked, limit, ..Search::default() };
    Ok(question::search(r, &search)?.page.into_iter().map(|found| found.version).collect())
}

fn with_prompt(id: &str, prompt: &str) -> Question {
    Question { title: "Plain".into(), prompt: prompt.into(), probes: Vec::new(), ..a_question(id) }
}

const TEXTS: [(&str, &str); 12] = [
    ("zolc", "Marek Żółć likes pumps"),
    ("oster", "Øster Ågård said straße"),
    ("cpp", "Knows C++ and templates"),
    ("csharp", "Knows C# and events"),
    ("c", "Knows C and pointers"),
    ("han", "山田太郎 wrote it"),
    ("kana", "データベース の つくりかた"),
    ("hangul", "김철수 reviewed it"),
    ("turkish", "Işık ve İstanbul"),
    ("greek", "ὈΔΥΣΣΕΎΣ travels"),
    ("quotes", "She said \"not NEAR\" and left-handed AND alone"),
    ("dots", "asyncio.gather and snake_case_name"),
];

#[tokio::test]
async fn the_table_of_what_is_found() {
    let home = Home::new();
    let store = home.store();
    store
        .write(|w| {
            TEXTS.iter().try_for_each(|(id, text)| question::put(w, &with_prompt(id, text), at(0), id).map(|_| ()))
        })
        .await
        .unwrap_or_else(|error: StoreError| panic!("{error}"));
    for (typed, ranked, expected) in [
        ("zolc", false, &["zolc"][..]),
        ("ŻÓŁĆ", false, &["zolc"]),
        ("zo", false, &["zolc"]),
        ("oster agard", false, &["oster"]),
        ("strasse", false, &["oster"]),
        ("STRASSE", true, &["oster"]),
        ("c++", false, &["cpp"]),
        ("c#", false, &["csharp"]),
        ("C++", true, &["cpp"]),
        ("c", true, &["c"]),
        ("knows c", false, &["c", "csharp", "cpp"]),
        ("knows c ", false, &["c"]),
        ("太郎", false, &["han"]),
        ("山田太", false, &["han"]),
        ("郎太", false, &[]),
        ("ベース", false, &["kana"]),
        ("つくり", true, &["kana"]),
        ("철수", false, &["hangul"]),
        ("김처", false, &["hangul"]),
        ("\u{110e}\u{1165}\u{11af}\u{1109}\u{116e}", false, &["hangul"]),
        ("isik istanbul", false, &["turkish"]),
        ("οδυσσευς", false, &["greek"]),
        ("\"not near\"", false, &["quotes"]),
        ("left-handed", false, &["quotes"]),
        ("AND", false, &["dots", "quotes", "csharp", "cpp", "c"]),
        ("pumps OR templates", false, &[]),
        ("NOT pumps", false, &[]),
        ("folded_title:plain", false, &[]),
        ("asyncio.gath", false, &["dots"]),
        ("case", true, &["dots"]),
        ("*", false, &[]),
        ("- ( ^ \" '", false, &[]),
        ("NEAR(said left)", false, &[]),
        ("tem*", false, &["cpp"]),
        ("tem", true, &["cpp"]),
    ] {
        let mut expected: Vec<_> = expected.to_vec();
        let place = |id: &str| TEXTS.iter().position(|(text, _)| *text == id);
        // Newest first, which is the table from below.
        expected.sort_by_key(|id| std::cmp::Reverse(place(id)));
        let found = store.read(move |r| find(r, typed, 20, ranked)).await;
        let found = found.unwrap_or_else(|error: StoreError| panic!("{typed}: {error}"));
        let ids: Vec<_> = found.iter().map(|version| version.question.id.as_str()).collect();
        assert_eq!(ids, expected, "{typed:?}, ranked {ranked}");
    }
}

#[tokio::test]
async fn every_field_of_a_question_is_searched() {
    let home = Home::new();
    let store = home.store();
    let question = Question {
        title: "wordtitle".into(),
        prompt: "wordprompt".into(),
        section: "wordsection".into(),
        competency: "wordcompetency".into(),
        tags: vec!["x".into(), "wordtag".into()],
        indicators: vec!["wordindicator".into()],
        red_flags: vec!["wordflag".into()],
        probes: vec!["wordprobe".into()],
        ..a_question("q")
    };
    store
        .write(move |w| question::put(w, &question, at(0), "v"))
        .await
        .unwrap_or_else(|error: StoreError| panic!("{error}"));
    for word in ["title", "prompt", "section", "competency", "tag", "indicator", "flag", "probe"] {
        let found = store.read(move |r| find(r, &format!("word{word}"), 5, true)).await;
        assert_eq!(found.map_err(|error: StoreError| error.to_string()).unwrap().len(), 1, "{word}");
    }
}

#[tokio::test]
async fn only_the_newest_version_is_found_and_a_title_counts_more() {
    let home = Home::new();
    let store = home.store();
    let found = store
        .write(|w| {
            question::put(w, &with_prompt("a", "apple"), at(0), "1")?;
            question::put(w, &Question { title: "pear".into(), ..a_question("b") }, at(0), "2")?;
            assert_eq!(question::put(w, &with_prompt("a", "pear, a fruit"), at(1), "3")?, Put::Changed);
            let old = find(w, "apple", 5, false)?.len();
            let newest: Vec<_> = find(w, "pear", 5, false)?.into_iter().map(|v| v.question.id.0).collect();
            let best: Vec<_> = find(w, "pear", 5, true)?.into_iter().map(|v| v.question.id.0).collect();
            let all = find(w, "  ", 1, true)?.len();
            Ok::<_, StoreError>((old, newest, best, all))
        })
        .await
        .unwrap();
    assert_eq!(found, (0, vec!["a".into(), "b".into()], vec!["b".into(), "a".into()], 1));
    store.close().await.unwrap();
    let check = "INSERT INTO question_search (question_search, rank) VALUES ('integrity-check', 1)";
    home.raw().execute_batch(check).unwrap();
}
