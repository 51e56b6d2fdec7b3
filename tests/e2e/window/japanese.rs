//! A whole interview in Japanese: sixteen questions, every word of it composed and converted by an input method.

use serde_json::{Value, json};
use support::open_folder;

use crate::{
    flow::{COMPOSER, kits, known, lock, recommend, saved},
    home::{Home, until},
    ibus::Ibus,
    keyboard::{BACKSPACE, DOWN, ENTER, ESCAPE, Keyboard, Stroke},
    page::Page,
    window::Window,
    x11::Screen,
};

const KIT: &str = "senior-python/all-sixteen";
/// What is noted for each question, as its sounds are typed. All of them are written with Chinese characters.
const NOTES: [&str; 16] = [
    "sokutei",
    "kaizen",
    "sekkei",
    "shougai",
    "heiretsu",
    "kenshou",
    "sentaku",
    "taiou",
    "hinshitsu",
    "kibo",
    "kensaku",
    "konnan",
    "gakushuu",
    "shidou",
    "yuusen",
    "setsumei",
];

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_interview_is_written_in_japanese_through_an_input_method() {
    let mut home = Home::new().await;
    // A passphrase is typed without an input method: `SecretField` says so, and takes nothing that one wrote.
    known(&home).await;
    let Some(_ibus) = Ibus::start("a whole interview in Japanese", &mut home).await else { return };
    let window = Window::open(&home, None).await;
    let page = &window.page;
    let keyboard = Keyboard::new(Screen::new());
    let shown = until("the window", async || keyboard.screen().window_of(window.process)).await;
    keyboard.screen().focus(shown);
    let mut me = Writer { page, keyboard, noted: Vec::new() };
    page.js("window.composes = false; \
         addEventListener('compositionstart', () => (window.composes = true), true); \
         addEventListener('compositionend', () => (window.composes = false), true); return true")
        .await;

    page.until("Today", "document.querySelector('form[aria-label=\"Add a candidate\"] option')").await;
    page.until("the name field", "document.activeElement?.matches('input')").await;
    let candidate = me.write("yamada").await;
    page.says("Nobody is here yet").await;
    // A conversion is one step of undoing, with nothing before it.
    me.stroke(Stroke::control('z'));
    me.stroke(Stroke::control('z'));
    me.becomes("the undoing", str::is_empty).await;
    me.stroke(Stroke { shift: true, ..Stroke::control('z') });
    me.becomes("it again", |text| text == candidate).await;
    me.key(ENTER);
    me.choose_the_kit().await;
    page.until("the opening", "document.querySelector('main h1')?.innerText === 'Opening'").await;
    page.until("the composer", COMPOSER).await;
    me.stroke(Stroke::control(ENTER));

    for number in 1..=16 {
        me.at(number).await;
        me.ask(number).await;
        if [1, 6, 12].contains(&number) {
            page.picture(&format!("japanese-{number}")).await;
        }
        if number < 16 {
            me.stroke(Stroke::control(ENTER));
        }
    }
    saved(page).await;
    page.picture("japanese-16").await;

    // The review, with its reason in Japanese.
    recommend(page, "Yes").await;
    let reason = me.write("setsumei").await;
    page.picture("japanese-review").await;
    lock(page).await;
    page.says(&candidate).await;
    page.says(&reason).await;
    page.picture("japanese-locked").await;
    let noted = me.noted;
    window.quit(&home).await;
    assert_eq!(stored(&home).await, noted, "the store has what was seen");
}

/// Each note that the store has: its question counted from 1, its kind, its text.
async fn stored(home: &Home) -> Vec<(usize, String, String)> {
    let app = open_folder(&home.data()).await.unwrap();
    let call = async |name: &str, request: Value| -> Value {
        serde_json::from_str(&app.call(name, &request.to_string()).await.unwrap()).unwrap()
    };
    let id = call("interview_list", json!({})).await["interviews"][0]["id"].clone();
    let live = call("interview_get", json!({ "interview_id": id })).await;
    app.close().await.unwrap();
    let content = &live["interview"]["content"]["kit"]["questions"];
    let place = |entry: &Value| {
        1 + content.as_array().unwrap().iter().position(|item| item["question_id"] == entry["place"]).unwrap()
    };
    let words = |value: &Value| value.as_str().unwrap().to_owned();
    let entries = live["interview"]["entries"].as_array().unwrap().iter();
    entries.map(|entry| (place(entry), words(&entry["kind"]), words(&entry["text"]))).collect()
}

/// Someone who writes Japanese at the keyboard of this window.
struct Writer<'a> {
    page: &'a Page,
    keyboard: Keyboard,
    /// The notes as they were kept: question, kind, text.
    noted: Vec<(usize, String, String)>,
}

impl Writer<'_> {
    /// One question, each in another way.
    async fn ask(&mut self, number: usize) {
        let page = self.page;
        let word = NOTES[number - 1];
        match number {
            // Two conversions make one note.
            1 => {
                self.write(word).await;
                self.write("kaizen").await;
            }
            // A marker with its number, then the word.
            2 => {
                self.compose("+2").await;
                self.take().await;
                self.key(' ');
                page.until("signal 2", "document.querySelectorAll('[data-pane=signals] input')[1].checked").await;
                self.becomes("the marker to be taken", str::is_empty).await;
                self.write(word).await;
            }
            // A marker as the first character of what is converted.
            3 => _ = self.write(&format!("[{word}")).await,
            4 => {
                self.compose("!1").await;
                self.take().await;
                self.key(' ');
                page.until("red flag 1", "document.querySelector('[data-pane=flags] input').checked").await;
                self.write(word).await;
            }
            5 => _ = self.write(&format!("?{word}")).await,
            // "/" is "・" on this keyboard.
            6 => self.command("Could not judge").await,
            7 => {
                self.command("Probe 1 asked").await;
                page.until("probe 1", "document.querySelector('[data-pane=probes] input').checked").await;
                self.write(word).await;
            }
            8 => {
                self.compose(">1").await;
                self.take().await;
                self.key(' ');
                page.until("where it goes", "document.querySelector('.told').innerText.startsWith('To 1,')").await;
                let text = self.write(word).await;
                self.key(ENTER);
                page.until("it to be filed", "document.querySelector('.told').innerText.startsWith('Kept under 1,')")
                    .await;
                self.noted.push((1, "note".to_owned(), text.trim_start_matches(['＞', '１', '　']).to_owned()));
                self.write(word).await;
            }
            // Keys of the screen do nothing while something is composed.
            9 => {
                self.compose(word).await;
                self.stroke(Stroke::control('4'));
                self.stroke(Stroke::control(ENTER));
                self.key(' ');
                self.becomes("the conversion", |text| text.chars().any(han)).await;
                self.take().await;
                self.at(number).await;
                assert_eq!(self.rated().await, Value::Null, "a key pressed while composing rates nothing");
            }
            // Esc leaves the conversion, then what was composed; the note before it stays.
            10 => {
                let before = self.write(word).await;
                self.compose("kaizen").await;
                self.key(ESCAPE);
                self.becomes("what was composed to go", |text| text == before).await;
            }
            11 => {
                self.write(word).await;
                self.stroke(Stroke { shift: true, ..Stroke::key(ENTER) });
                self.write("kaizen").await;
            }
            // A conversion is one step of undoing.
            12 => {
                self.write(word).await;
                saved(page).await;
                self.stroke(Stroke::control('z'));
                self.becomes("the undoing", str::is_empty).await;
                self.stroke(Stroke { shift: true, ..Stroke::control('z') });
                self.becomes("it again", |text| text.chars().all(han) && !text.is_empty()).await;
            }
            // The palette finds what is composed in it; Enter that takes the conversion chooses nothing.
            13 => {
                self.stroke(Stroke::control('f'));
                page.until("the palette", "document.activeElement?.getAttribute('role') === 'combobox'").await;
                self.write(NOTES[11]).await;
                page.until("what was found", "document.querySelectorAll('.palette [role=option]').length === 1").await;
                page.picture("japanese-palette").await;
                self.compose("kaizen").await;
                self.key(ESCAPE);
                page.until("the composing to end", "!window.composes").await;
                page.until("the palette to stay", "document.activeElement?.getAttribute('role') === 'combobox'").await;
                self.key(ESCAPE);
                page.until("the composer", COMPOSER).await;
                self.write(word).await;
            }
            // A kept note is changed in the same way.
            14 => {
                let text = self.write(word).await;
                self.keep(number, "note", &text).await;
                page.tab_to("[...document.querySelectorAll('[data-pane=notes] .edit')].at(-1)").await;
                self.key(ENTER);
                page.until("the editor", "document.activeElement?.matches('.editor textarea')").await;
                let changed = self.write("kaizen").await;
                self.key(ENTER);
                page.until("the changed note", &last(&changed)).await;
                self.noted.last_mut().unwrap().2 = changed;
                page.until("the composer", COMPOSER).await;
                self.write(word).await;
            }
            // Backspace within what is composed is the input method's.
            15 => {
                self.compose(&format!("{word}a")).await;
                self.key(BACKSPACE);
                self.key(' ');
                self.becomes("the conversion", |text| text.chars().any(han)).await;
                self.take().await;
            }
            _ => _ = self.write(word).await,
        }
        let kind = match number {
            2 => "good",
            3 => "quote",
            4 => "concern",
            5 => "follow_up",
            _ => "note",
        };
        if number == 6 {
            assert_eq!(self.rated().await, json!("6"));
            self.write(word).await;
        } else {
            let digit = char::from_digit(u32::try_from(number % 5).unwrap() + 1, 10).unwrap();
            self.stroke(Stroke::control(digit));
            let chosen = format!("document.querySelector('[aria-checked=true] .digit')?.innerText === '{digit}'");
            self.page.until("the rating", &chosen).await;
        }
        let text = self.text().await;
        self.keep(number, kind, &text).await;
    }

    fn stroke(&self, stroke: Stroke) {
        self.keyboard.stroke(stroke);
    }

    fn key(&self, symbol: impl Into<u32>) {
        self.stroke(Stroke::key(symbol.into()));
    }

    /// What stands in the field with the focus.
    async fn text(&self) -> String {
        self.page.js("return document.activeElement.value").await.as_str().unwrap().to_owned()
    }

    async fn becomes(&self, what: &str, wanted: impl Fn(&str) -> bool) -> String {
        let limit = std::time::Duration::from_secs(20);
        let looked = until(what, async || Some(self.text().await).filter(|text| wanted(text)));
        if let Ok(text) = tokio::time::timeout(limit, looked).await {
            return text;
        }
        self.page.picture("failed").await;
        panic!("waited for {what}; in the field: {:?}", self.text().await)
    }

    /// Types the sounds; they stand in the field while they are composed.
    async fn compose(&self, sounds: &str) {
        let before = self.text().await;
        for character in sounds.chars() {
            self.key(character);
        }
        self.page.until("the composing", "window.composes").await;
        self.becomes("what is composed", |text| text.starts_with(&before) && text.len() > before.len()).await;
    }

    /// Enter takes what is composed. It keeps no note, chooses nothing and sends nothing.
    async fn take(&self) {
        let (text, kept) = (self.text().await, self.kept().await);
        self.key(ENTER);
        self.page.until("the conversion to be taken", "!window.composes").await;
        let left = self.text().await;
        assert!(!left.is_empty() && text.ends_with(&left), "{text:?} became {left:?}");
        assert_eq!(self.kept().await, kept, "and kept no note");
    }

    /// Composes, converts and takes it. Gives what stands in the field.
    async fn write(&self, sounds: &str) -> String {
        let before = self.text().await.chars().count();
        self.compose(sounds).await;
        self.key(' ');
        self.becomes("the conversion", |text| text.chars().skip(before).any(han)).await;
        self.take().await;
        self.text().await
    }

    /// Opens the list of commands and takes one.
    async fn command(&self, words: &str) {
        self.compose("/").await;
        self.take().await;
        self.page.until("the commands", "document.querySelector('#slash')").await;
        let chosen = "return document.querySelector('#slash [aria-selected=true]').innerText";
        for _ in 0..10 {
            if self.page.js(chosen).await == json!(words) {
                break;
            }
            let before = self.page.js(chosen).await;
            self.key(DOWN);
            until("the next command", async || (self.page.js(chosen).await != before).then_some(())).await;
        }
        self.key(ENTER);
        self.becomes("the command to be done", str::is_empty).await;
    }

    /// The notes of this question.
    async fn kept(&self) -> Value {
        self.page.js("return [...document.querySelectorAll('[data-pane=notes] .text')].map((p) => p.innerText)").await
    }

    async fn keep(&mut self, number: usize, kind: &str, text: &str) {
        self.key(ENTER);
        let done = format!("document.querySelector('#composer').value === '' && {}", last(text));
        self.page.until("the note", &done).await;
        self.noted.push((number, kind.to_owned(), text.to_owned()));
    }

    async fn rated(&self) -> Value {
        self.page.js("return document.querySelector('[aria-checked=true] .digit')?.innerText ?? null").await
    }

    async fn at(&self, number: usize) {
        let there = format!("document.querySelector('[aria-current=step] .n')?.innerText === '{number}'");
        self.page.until("the question", &there).await;
        self.page.until("the composer", COMPOSER).await;
    }

    async fn choose_the_kit(&self) {
        kits(self.page).await;
        let chosen = "return document.querySelector('input[name=kit]:checked').value";
        for _ in 0..5 {
            let before = self.page.js(chosen).await;
            if before == json!(KIT) {
                break;
            }
            self.key(DOWN);
            until("the next kit", async || (self.page.js(chosen).await != before).then_some(())).await;
        }
        self.key(ENTER);
    }
}

/// Whether the last note of this question is this text.
fn last(text: &str) -> String {
    format!("[...document.querySelectorAll('[data-pane=notes] .text')].at(-1)?.innerText === {}", Value::from(text))
}

/// Whether it is a Chinese character, which comes from a conversion alone.
fn han(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}
