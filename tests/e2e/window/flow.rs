//! From the first start to the packet, with a kill in the middle.

use std::fs;

use fantoccini::key::Key;
use serde_json::json;

use crate::{
    home::Home,
    page::{Page, named},
    window::Window,
};

pub(crate) const COMPOSER: &str = "document.activeElement?.id === 'composer'";
const CURRENT: &str = "return document.querySelector('[aria-current=step] .what')?.innerText";

/// Waits until everything written so far is said to be saved.
pub(crate) async fn saved(page: &Page) {
    page.until("Saved", "document.querySelector('.composer .saved')?.dataset.state === 'saved'").await;
}

/// What opens the data in these tests.
pub(crate) const PASSPHRASE: &str = "four words that differ";

/// The first start, as a person does it without a keychain: a name, a passphrase, and a recovery key to keep.
pub(crate) async fn welcome(page: &Page) {
    page.until("the name field", "document.activeElement?.matches('input')").await;
    page.text("Ana Ruiz").await;
    for label in ["Passphrase", "The same once more"] {
        page.tab_to(&named(label)).await;
        page.text(PASSPHRASE).await;
    }
    page.key(Key::Enter).await;
    page.until("the recovery key", "document.querySelector('.signs')").await;
    page.press("I have kept it").await;
}

/// A data folder that the command line made: named, not protected, so that it opens at Today.
pub(crate) async fn known(home: &Home) {
    let app = support::open_folder(&home.data()).await.unwrap();
    app.call("interviewer_set", &json!({ "name": "Ana Ruiz" }).to_string()).await.unwrap();
    app.close().await.unwrap();
}

/// The first screen of a later start: the passphrase.
pub(crate) async fn unlock(page: &Page) {
    page.until("the lock", "document.querySelector('h1')?.innerText === 'Locked'").await;
    page.until("the field", "document.activeElement?.matches('input')").await;
    page.text(PASSPHRASE).await;
    page.key(Key::Enter).await;
    page.until("the lock to be gone", "document.querySelector('h1')?.innerText !== 'Locked'").await;
}

/// On the page of a candidate who was just added: the kits. Before the first of them it is asked how long things are kept.
pub(crate) async fn kits(page: &Page) {
    page.until("the kits, or the question before them", "document.activeElement?.matches('main input[type=radio]')")
        .await;
    if page.js("return document.activeElement.name !== 'kit'").await == json!(true) {
        page.press("Decide later").await;
    }
    page.until("the kits", "document.activeElement?.matches('input[name=kit]')").await;
}

/// From Today: adds a candidate and starts with the kit Systems. It stands at its opening, not begun.
pub(crate) async fn prepare_with(page: &Page, candidate: &str) {
    page.until("Today", "document.querySelector('form[aria-label=\"Add a candidate\"] option')").await;
    page.until("the next step", "document.activeElement?.closest('main .page')").await;
    if page.js("return document.activeElement.matches('input')").await == json!(false) {
        page.text("n").await;
    }
    page.text(candidate).await;
    page.key(Key::Enter).await;
    kits(page).await;
    for _ in 0..5 {
        if page.js("return document.querySelector('input[name=kit]:checked').value").await
            == json!("senior-python/systems")
        {
            break;
        }
        page.key(Key::Down).await;
    }
    page.key(Key::Enter).await;
    page.until("the live screen", COMPOSER).await;
    page.until("the opening", "document.querySelector('main h1')?.innerText === 'Opening'").await;
}

/// From Today to the first question of an interview with a new candidate.
pub(crate) async fn start_with(page: &Page, candidate: &str) {
    prepare_with(page, candidate).await;
    // Its clock stands; Mod+Enter begins and goes to the first question.
    page.control(Key::Enter).await;
    page.until("the first question", "document.querySelector('.prompt')").await;
    page.until("the composer", COMPOSER).await;
}

/// Writes a note of the kind that is so many steps after "Note".
async fn note(page: &Page, text: &str, steps: usize) {
    if steps > 0 {
        page.chord(&[Key::Shift], Key::Tab.into()).await;
        for _ in 0..steps {
            page.key(Key::Right).await;
        }
        page.key(Key::Enter).await;
    }
    page.until("the composer", COMPOSER).await;
    page.text(text).await;
    page.key(Key::Enter).await;
}

/// From Today to the one interview that is open.
pub(crate) async fn go_on(page: &Page) {
    page.tab_to("[...document.querySelectorAll('a.primary')].find((a) => a.textContent.startsWith('Continue'))").await;
    page.key(Key::Enter).await;
    page.until("the live screen", COMPOSER).await;
}

/// Chooses a recommendation, writes why, and submits.
pub(crate) async fn submit(page: &Page, recommendation: &str, why: &str) {
    recommend(page, recommendation).await;
    page.text(why).await;
    lock(page).await;
}

/// To the review: chooses a recommendation, and goes to where one writes why.
pub(crate) async fn recommend(page: &Page, recommendation: &str) {
    page.press("Review and submit").await;
    page.says("Your recommendation").await;
    page.tab_to("document.querySelector('input[name=recommendation]')").await;
    page.key(Key::Space).await;
    let checked = "document.querySelector('input[name=recommendation]:checked')";
    page.until("a recommendation", checked).await;
    let wanted = named(recommendation);
    for _ in 0..5 {
        if page.js(&format!("return ({wanted}).checked")).await == json!(true) {
            break;
        }
        page.js(&format!("window.recommended = {checked}; return true")).await;
        page.key(Key::Down).await;
        page.until("the next recommendation", &format!("{checked} !== window.recommended")).await;
    }
    page.tab_to("[...document.querySelectorAll('textarea')].find((t) => t.labels[0]?.innerText.startsWith('Why'))")
        .await;
}

/// Submits the review.
pub(crate) async fn lock(page: &Page) {
    page.press("Submit…").await;
    page.says("it can be read, not changed").await;
    // A doubled Enter must not answer; the page waits for this long.
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    page.press("Submit and lock").await;
    page.says("Submitted and locked").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_flow_by_keyboard_with_a_kill_in_the_middle() {
    let home = Home::new().await;
    let window = Window::open(&home, None).await;
    let page = &window.page;

    page.says("Welcome").await;
    page.until("the name field", "document.activeElement?.matches('input')").await;
    window.must_receive_keys().await;
    page.picture("1-welcome").await;
    welcome(page).await;
    start_with(page, "Nguyễn Văn Anh").await;

    for (steps, text) in
        ["what was said", "we rolled back", "measured first", "no tests", "who decided?"].iter().enumerate()
    {
        note(page, text, steps).await;
    }
    page.text("one").await;
    page.chord(&[Key::Shift], Key::Enter.into()).await;
    page.text("two").await;
    page.until("a line", "document.querySelector('#composer').value === 'one\\ntwo'").await;
    page.key(Key::Enter).await;
    page.text("to be undone").await;
    page.control('z').await;
    page.until("the undo", "document.querySelector('#composer').value !== 'to be undone'").await;
    page.chord(&[Key::Control, Key::Shift], 'z').await;
    page.until("the redo", "document.querySelector('#composer').value === 'to be undone'").await;
    page.control('a').await;
    page.key(Key::Delete).await;

    page.control('j').await;
    page.text("13p").await;
    page.key(Key::Escape).await;
    page.chord(&[Key::Control, Key::Shift], 'j').await;
    page.text("2").await;
    page.key(Key::Escape).await;
    page.until("the composer", COMPOSER).await;
    page.control('4').await;
    page.until("the rating", "document.querySelector('[role=radio][aria-checked=true]')?.innerText.startsWith('4')")
        .await;
    saved(page).await;
    page.picture("2-interview").await;
    page.text("kept with the next question").await;
    page.control(Key::Enter).await;
    page.until("the second question", "document.querySelector('[aria-current=step] .n').innerText === '2'").await;
    page.control('6').await;
    page.text("typed, not kept").await;
    saved(page).await;
    let place = page.js(CURRENT).await;
    page.until("the draft to be gathered and sent", "performance.now() > 0").await;
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    window.kill(&home).await;

    // The next start: Continue, and everything is where it was.
    let window = Window::open(&home, None).await;
    let page = &window.page;
    unlock(page).await;
    page.says("Open interviews").await;
    page.picture("3-after-the-kill").await;
    go_on(page).await;
    assert_eq!(page.js(CURRENT).await, place, "the same question");
    page.until("the draft", "document.querySelector('#composer').value === 'typed, not kept'").await;
    page.control(Key::PageUp).await;
    page.until("the first question", "document.querySelector('[aria-current=step] .n').innerText === '1'").await;
    let notes =
        page.js("return [...document.querySelectorAll('[data-pane=notes] .text')].map((p) => p.innerText)").await;
    let wanted = json!([
        "what was said",
        "we rolled back",
        "measured first",
        "no tests",
        "who decided?",
        "one\ntwo",
        "kept with the next question"
    ]);
    assert_eq!(notes, wanted);
    let kinds = page.js("return [...document.querySelectorAll('[data-pane=notes] li')].map((li) => li.querySelector('.kind').title)").await;
    assert_eq!(kinds, json!(["Note", "Quote", "Good", "Concern", "Follow-up", "Note", "Note"]));
    // The one that lies over the text is faded in and out for seconds, picture by picture, whenever the list is scrolled.
    let bars = "return [...document.querySelectorAll('.list, .guide, .panel, .notes .room, #composer')] \
        .map((box) => box.offsetWidth - box.clientWidth - 2 * box.clientLeft)";
    assert_eq!(page.js(bars).await, json!([8, 8, 8, 8, 8]), "all that scrolls here has room for a bar of its own");
    let ticks = page
        .js("return [...document.querySelectorAll('fieldset[data-pane] input')].filter((i) => i.checked).length")
        .await;
    assert_eq!(ticks, json!(3));
    page.until("the rating", "document.querySelector('[role=radio][aria-checked=true]')?.innerText.startsWith('4')")
        .await;

    page.control(Key::PageDown).await;
    page.key(Key::Enter).await;
    for (number, rating) in [('3', '5'), ('4', '7'), ('5', '2'), ('6', '3')] {
        page.control(Key::PageDown).await;
        page.until(
            "the next question",
            &format!("document.querySelector('[aria-current=step] .n').innerText === '{number}'"),
        )
        .await;
        page.text("heard").await;
        page.control(rating).await;
        page.key(Key::Enter).await;
    }
    saved(page).await;
    submit(page, "Strong yes", "Clear on incidents.").await;
    page.picture("4-locked").await;

    // A second candidate, quickly.
    page.press("Today").await;
    start_with(page, "Jan Kowalski").await;
    // One tick: without any evidence a scorecard cannot be submitted.
    page.control('j').await;
    page.text("1").await;
    page.key(Key::Escape).await;
    page.until("the composer", COMPOSER).await;
    for rating in ['1', '2', '3', '4', '5', '6'] {
        page.text("short").await;
        page.control(rating).await;
        page.control(Key::Enter).await;
    }
    saved(page).await;
    submit(page, "No", "Too early.").await;

    page.press("Compare").await;
    for name in ["Jan Kowalski", "Nguyễn Văn Anh"] {
        let found = format!(
            "[...document.querySelectorAll('label')].find((l) => l.textContent.includes('{name}'))?.querySelector('input')"
        );
        page.tab_to(&found).await;
        page.key(Key::Space).await;
    }
    page.until("the table", "document.querySelectorAll('thead bdi').length === 2").await;
    page.tab_to("document.querySelector('[data-cell]')").await;
    page.key(Key::Enter).await;
    page.until("the evidence", "document.querySelector('aside h3')").await;
    page.picture("5-compare").await;
    page.key(Key::Escape).await;
    decide(page).await;

    page.press("Candidates").await;
    page.press("Nguyễn Văn Anh").await;
    page.until("the packet's check", "/\\d+ pages?, 1 scorecard/.test(document.body.innerText)").await;
    page.press("Export packet").await;
    page.until("the file", "document.querySelector('.path')").await;
    page.picture("6-packet").await;
    page.press("Open").await;
    let asked = crate::home::until("the file to be opened", async || {
        fs::read_to_string(home.saves().join("asked.txt")).ok().filter(|asked| asked.contains("\nopen "))
    })
    .await;
    let name = asked.lines().next().unwrap().strip_prefix("save ").unwrap();
    let path = home.saves().join(name);
    assert!(name.ends_with(" Nguyễn Văn Anh, Senior Python developer, packet.pdf"), "{name}");
    assert!(fs::read(&path).unwrap().starts_with(b"%PDF-"));
    assert_eq!(asked.lines().nth(1), Some(format!("open {}", path.display()).as_str()));
    window.quit(&home).await;

    in_the_dark(&home).await;
}

/// The same folder with a dark system theme: the page follows it.
async fn in_the_dark(home: &Home) {
    let window = Window::open(home, Some("Adwaita:dark")).await;
    let page = &window.page;
    unlock(page).await;
    page.says("Recently submitted").await;
    assert_eq!(page.js("return matchMedia('(prefers-color-scheme: dark)').matches").await, json!(true));
    page.picture("dark-1-today").await;
    start_with(page, "Olga Petrova").await;
    page.text("in the dark").await;
    page.key(Key::Enter).await;
    page.control('2').await;
    saved(page).await;
    page.picture("dark-2-interview").await;
    let inside = "return document.querySelector('.composer').getBoundingClientRect().bottom <= innerHeight";
    assert_eq!(page.js(inside).await, json!(true), "the whole composer is in the window");
    let paper = page.js("return getComputedStyle(document.querySelector('main')).backgroundColor").await;
    let light: u32 = paper
        .as_str()
        .unwrap()
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|n| n.parse::<u32>().ok())
        .take(3)
        .sum();
    assert!(light < 200, "the page is dark: {paper}");
    window.quit(home).await;
}

/// From the comparison with one key to the debrief of the first, and to a recorded decision.
async fn decide(page: &Page) {
    page.until("the cell again", "document.activeElement?.matches('[data-cell]')").await;
    page.text("d").await;
    page.until("the debrief's link", "document.activeElement?.matches('a[href$=\"/debrief\"]')").await;
    page.key(Key::Enter).await;
    page.until("the debrief", "document.querySelector('h1')?.textContent.startsWith('Debrief: ')").await;
    for group in ["outcome", "formula"] {
        page.tab_to(&format!("document.querySelector('input[name={group}]')")).await;
        page.key(Key::Space).await;
    }
    let why = "[...document.querySelectorAll('label')].find((l) => l.textContent.trim() === 'Why')?.control";
    page.tab_to(why).await;
    page.text("Led the fix, and said what she did not know.").await;
    page.press("Record the decision").await;
    page.until(
        "the decision",
        "[...document.querySelectorAll('button')].some((b) => b.textContent === 'Change the decision')",
    )
    .await;
    page.says("Led the fix, and said what she did not know.").await;
    page.picture("5-decision").await;
}
