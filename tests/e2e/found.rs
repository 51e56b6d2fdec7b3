//! From a key in the bank's search to what it found, painted, among ten thousand questions.

use std::path::Path;

use serde_json::json;

use crate::{Live, at, home::Home, keyboard::Stroke, progress, rest, say};

/// As `bench_bank.py` writes them; every one stands in the titles of hundreds of questions.
const WORDS: &[&str] =
    &["lock", "thread", "cache", "queue", "index", "schema", "deploy", "rollback", "latency", "mentor"];
const TURNS: usize = 4;

/// The list answers a key once what it marks is what was typed; then the frame with it is waited for.
const WATCH: &str = "window.lists_of_keys = []; let begun = 0; const field = document.querySelector('#question-search'); \
    field.addEventListener('keydown', (event) => { if (event.key.length === 1 && !event.ctrlKey) begun = performance.now(); }, true); \
    new MutationObserver(() => { \
        const marked = document.querySelector('[aria-label=\"Questions found\"] .what mark')?.textContent.toLowerCase(); \
        if (begun === 0 || marked !== field.value.trim().toLowerCase()) return; \
        const from = begun; begun = 0; \
        requestAnimationFrame(() => { const painted = new MessageChannel(); \
            painted.port1.onmessage = () => window.lists_of_keys.push(performance.now() - from); \
            painted.port2.postMessage(0); }); \
    }).observe(document.querySelector('.list'), { childList: true, subtree: true, characterData: true }); return true";

pub(crate) async fn lists(data: &Path) {
    progress("from a key to its list among 10,000 questions");
    let home = Home::new().await;
    let live = Live::open(&home, data).await;
    let page = &live.window.page;
    page.js("location.hash = '#/questions'").await;
    page.until("all of them", "/^10016 of 10016 /.test(document.querySelector('.count')?.innerText)").await;
    rest(1000).await;
    live.keyboard.stroke(Stroke::char('/'));
    page.until("the search field", "document.activeElement?.id === 'question-search'").await;
    page.js(WATCH).await;
    let mut keys = 0;
    for word in WORDS.iter().cycle().take(WORDS.len() * TURNS) {
        live.keyboard.stroke(Stroke::control('a'));
        rest(50).await;
        for letter in word.chars() {
            live.keyboard.stroke(Stroke::char(letter));
            keys += 1;
            page.until("the list", &format!("window.lists_of_keys.length >= {keys}")).await;
            rest(60).await;
        }
    }
    let seen = page.js("return window.lists_of_keys").await;
    let seen: Vec<u64> = seen.as_array().unwrap().iter().map(|ms| (ms.as_f64().unwrap() * 1e3) as u64).collect();
    let what = format!("from a key to its list among 10,000 questions, painted, p95 of {keys}");
    let of = |percent| at(seen.clone(), percent) as f64 / 1e3;
    say(&json!({"what": what, "value": of(95), "unit": "ms", "limit": 50, "p50": of(50), "most": of(100)}));
    live.window.quit(&home).await;
}
