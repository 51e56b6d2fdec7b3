//! Two interviewers at one laptop: one meeting, from its start to both scorecards submitted.

use fantoccini::key::Key;
use serde_json::{Value, json};
use support::open_folder;

use crate::{
    flow::{COMPOSER, known, prepare_with, saved, submit},
    home::Home,
    page::{Page, named},
    window::Window,
};

/// Who leads, and who takes notes. The second name is written with marks, as names are.
const LEAD: &str = "Ana Ruiz";
const SCRIBE: &str = "Jan Żółć";
const CANDIDATE: &str = "Nguyễn Văn Anh";
/// How each of them rates the six questions of the kit: they disagree, and each leaves something out.
const RATED: [(&str, [char; 6]); 2] =
    [(LEAD, ['4', '3', '5', '2', '7', '3']), (SCRIBE, ['2', '3', '4', '6', '1', '5'])];

#[tokio::test(flavor = "multi_thread")]
async fn two_interviewers_at_one_laptop_each_submit_an_own_scorecard_of_one_meeting() {
    let home = Home::new().await;
    known(&home).await;
    let window = Window::open(&home, None).await;
    let page = &window.page;
    prepare_with(page, CANDIDATE).await;

    page.tab_to(&named("Another interviewer at this laptop")).await;
    page.text(SCRIBE).await;
    page.key(Key::Enter).await;
    page.says(&format!("To the scorecard of {SCRIBE}, scribe")).await;
    page.key(Key::Escape).await;
    page.until("the composer", COMPOSER).await;
    page.control(Key::Enter).await;

    // Question by question, to and fro: each of them writes and rates on the own scorecard.
    for number in 0..6 {
        for (who, part) in [(LEAD, "lead"), (SCRIBE, "scribe")] {
            whose(page, who, part).await;
            asked(page, number).await;
            let rating = RATED.iter().find(|(name, _)| *name == who).unwrap().1[number];
            page.text(&format!("+1 {part} on {}", number + 1)).await;
            page.key(Key::Enter).await;
            page.control(rating).await;
            let chosen = format!("document.querySelector('[aria-checked=true] .digit')?.innerText === '{rating}'");
            page.until("the rating", &chosen).await;
            saved(page).await;
            let seen = page.js("return document.body.innerText").await;
            let others = if who == LEAD { "scribe on" } else { "lead on" };
            assert!(!seen.as_str().unwrap().contains(others), "no note of the other is shown to {who}");
            if number == 0 {
                page.picture(&format!("two-{part}")).await;
            }
            page.chord(&[Key::Control, Key::Shift], 'o').await;
        }
        // Back with who leads: both go on to the next question, each for themselves.
        for (who, part) in [(LEAD, "lead"), (SCRIBE, "scribe")] {
            whose(page, who, part).await;
            if number < 5 {
                page.control(Key::PageDown).await;
                asked(page, number + 1).await;
            }
            page.chord(&[Key::Control, Key::Shift], 'o').await;
        }
    }

    whose(page, LEAD, "lead").await;
    submit(page, "Yes", "Said what she did first.").await;
    page.picture("two-first-locked").await;
    // One of two is not enough for a packet, and the other scorecard stands on Today.
    page.press("Today").await;
    page.says("Open interviews").await;
    page.picture("two-today").await;
    page.press(&format!("Continue with {CANDIDATE}, scorecard of {SCRIBE}")).await;
    page.until("the live screen", COMPOSER).await;
    whose(page, SCRIBE, "scribe").await;
    submit(page, "No", "No tests, twice.").await;
    page.picture("two-second-locked").await;

    page.press("Candidates").await;
    page.press(CANDIDATE).await;
    page.until("the packet's check", "/\\d+ pages?, 2 scorecards/.test(document.body.innerText)").await;
    window.quit(&home).await;
    assert_eq!(stored(&home).await, wanted(), "the store has what each of them wrote");
}

/// Waits until the scorecard on screen is this person's.
async fn whose(page: &Page, name: &str, part: &str) {
    let words = Value::from(format!("Scorecard of {name}, {part}"));
    page.until("whose scorecard it is", &format!("document.querySelector('.whose')?.innerText.trim() === {words}"))
        .await;
    page.until("the composer", COMPOSER).await;
}

/// Waits for the question that is so many after the first.
async fn asked(page: &Page, number: usize) {
    let there = format!("document.querySelector('[aria-current=step] .n')?.innerText === '{}'", number + 1);
    page.until("the question", &there).await;
    page.until("the composer", COMPOSER).await;
}

/// Of one scorecard: who wrote it, as what it stands, its recommendation, its notes and its ratings in the kit's order.
type Card = (String, String, String, Vec<String>, Vec<Value>);

fn wanted() -> Vec<Card> {
    let card = |(who, ratings): (&str, [char; 6]), part: &str, recommendation: &str| {
        let notes = (1..=6).map(|number| format!("{part} on {number}")).collect();
        let ratings = ratings.iter().map(|digit| match digit {
            '6' => json!("could_not_judge"),
            '7' => json!("not_asked"),
            level => json!(level.to_digit(10)),
        });
        (who.to_owned(), "submitted".to_owned(), recommendation.to_owned(), notes, ratings.collect())
    };
    vec![card(RATED[0], "lead", "yes"), card(RATED[1], "scribe", "no")]
}

async fn stored(home: &Home) -> Vec<Card> {
    let app = open_folder(&home.data()).await.unwrap();
    let call = async |name: &str, request: Value| -> Value {
        serde_json::from_str(&app.call(name, &request.to_string()).await.unwrap()).unwrap()
    };
    let words = |value: &Value| value.as_str().unwrap().to_owned();
    let mut cards = Vec::new();
    for row in call("interview_list", json!({})).await["interviews"].as_array().unwrap() {
        let interview = call("interview_get", json!({ "interview_id": row["id"] })).await["interview"].take();
        let of = |question: &Value| {
            let records = interview["records"].as_array().unwrap();
            records.iter().find(|record| record["question_id"] == question["id"]).unwrap()["rating"].clone()
        };
        cards.push((
            words(&interview["interviewer"]["name"]),
            words(&interview["state"]),
            words(&interview["scorecard"]["recommendation"]),
            interview["entries"].as_array().unwrap().iter().map(|entry| words(&entry["text"])).collect(),
            interview["content"]["questions"].as_array().unwrap().iter().map(of).collect(),
        ));
    }
    app.close().await.unwrap();
    cards.sort_by(|a: &Card, b| a.0.cmp(&b.0));
    cards
}
