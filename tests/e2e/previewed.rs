//! From a key that changes what a packet holds to the first page of its preview, painted.

use std::path::Path;

use serde_json::json;

use crate::{Live, at, home::Home, keyboard::Stroke, progress, rest, say};

const TURNS: usize = 40;
const BOX: &str = "document.querySelector('main details fieldset input[type=checkbox]')";

/// A change is answered once the page is drawn anew; then the frame with it is waited for.
const WATCH: &str = "window.pages_of_changes = []; let begun = 0; \
    addEventListener('keydown', (event) => { if (event.key === ' ') begun = performance.now(); }, true); \
    new MutationObserver(() => { \
        if (begun === 0) return; \
        const from = begun; begun = 0; \
        requestAnimationFrame(() => { const painted = new MessageChannel(); \
            painted.port1.onmessage = () => window.pages_of_changes.push(performance.now() - from); \
            painted.port2.postMessage(0); }); \
    }).observe(document.querySelector('figure svg'), { attributes: true, attributeFilter: ['d'], childList: true, subtree: true }); return true";

/// The preview of the last candidate of the sample round, with a part left out and put back in turns.
pub(crate) async fn pages(data: &Path) {
    progress("from a change to the first page of a packet's preview");
    let home = Home::new().await;
    let live = Live::open(&home, data).await;
    let page = &live.window.page;
    page.js("location.hash = '#/candidates'").await;
    page.until("the candidates", "document.querySelector('main a[href^=\"#/candidate/\"]')").await;
    let go = "const all = document.querySelectorAll('main a[href^=\"#/candidate/\"]'); location.hash = all[all.length - 1].hash";
    page.js(go).await;
    page.until("the packet's check", "/\\d+ pages?, \\d+ scorecards?/.test(document.body.innerText)").await;
    page.js("[...document.querySelectorAll('button')].find((one) => one.innerText === 'Preview').click()").await;
    page.until("the first page", "document.querySelector('figure svg')?.getBBox().width > 40000").await;
    page.js(&format!("{BOX}.closest('details').open = true; {BOX}.focus()")).await;
    page.until("the focus", &format!("document.activeElement === {BOX}")).await;
    page.js(WATCH).await;
    for turn in 1..=TURNS {
        rest(600).await;
        live.keyboard.stroke(Stroke::char(' '));
        page.until("the page", &format!("window.pages_of_changes.length >= {turn}")).await;
    }
    let seen = page.js("return window.pages_of_changes").await;
    let seen: Vec<u64> = seen.as_array().unwrap().iter().map(|ms| (ms.as_f64().unwrap() * 1e3) as u64).collect();
    let what = format!("from a change to the first page of a packet's preview, painted, median of {TURNS}");
    let of = |percent| at(seen.clone(), percent) as f64 / 1e3;
    say(&json!({"what": what, "value": of(50), "unit": "ms", "limit": 100, "p95": of(95), "most": of(100)}));
    live.window.quit(&home).await;
}
