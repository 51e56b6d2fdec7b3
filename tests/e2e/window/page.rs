//! What a person does at the window: keys, and looking.

use fantoccini::{
    Client,
    actions::{InputSource as _, KeyAction, KeyActions},
    key::Key,
};
use serde_json::Value;

use crate::home::{pictures, until};

/// The page in the window.
pub(crate) struct Page(pub(crate) Client);

impl Page {
    /// Runs a script in the page; for looking, never for doing.
    pub(crate) async fn js(&self, script: &str) -> Value {
        self.0.execute(script, Vec::new()).await.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Waits until an expression is true in the page, and fails with what is on screen instead.
    pub(crate) async fn until(&self, what: &str, expression: &str) {
        let script = format!("return Boolean({expression})");
        let look = async || (self.js(&script).await == Value::Bool(true)).then_some(());
        let waited = tokio::time::timeout(std::time::Duration::from_secs(20), until(what, look)).await;
        if waited.is_err() {
            // In a window that is measured as people have it no picture comes (`Window::measured`): the words must do.
            let _ = tokio::time::timeout(std::time::Duration::from_secs(5), self.picture("failed")).await;
            let seen = self.js("return document.body.innerText").await;
            let focus = self.js("return document.activeElement?.outerHTML?.slice(0, 200)").await;
            panic!(
                "waited for {what} ({expression}); the focus is on {focus}; on screen:\n{}",
                seen.as_str().unwrap_or("")
            );
        }
    }

    /// Waits for words on the screen.
    pub(crate) async fn says(&self, words: &str) {
        let quoted = Value::from(words).to_string();
        self.until(words, &format!("document.body.innerText.includes({quoted})")).await;
    }

    /// Types a text where the focus is.
    pub(crate) async fn text(&self, text: &str) {
        let mut keys = KeyActions::new("keyboard".to_owned());
        for value in text.chars() {
            keys = keys.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        self.0.perform_actions(keys).await.unwrap();
    }

    /// Presses one key.
    pub(crate) async fn key(&self, key: Key) {
        self.chord(&[], key.into()).await;
    }

    /// Presses a key while others are held.
    pub(crate) async fn chord(&self, held: &[Key], value: char) {
        let mut keys = KeyActions::new("keyboard".to_owned());
        for key in held {
            keys = keys.then(KeyAction::Down { value: char::from(*key) });
        }
        keys = keys.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        for key in held.iter().rev() {
            keys = keys.then(KeyAction::Up { value: char::from(*key) });
        }
        self.0.perform_actions(keys).await.unwrap();
    }

    /// Control and a key.
    pub(crate) async fn control(&self, key: impl Into<char>) {
        self.chord(&[Key::Control], key.into()).await;
    }

    /// Presses Tab until the element has the focus. `expression` finds it.
    pub(crate) async fn tab_to(&self, expression: &str) {
        self.until(expression, expression).await;
        for _ in 0..150 {
            if self.js(&format!("return document.activeElement === ({expression})")).await == Value::Bool(true) {
                return;
            }
            // A key goes through the input method, where there is one, and may come after the answer to the next question:
            // another Tab before this one has come would go past.
            self.js("window.tabbed = document.activeElement; return true").await;
            self.key(Key::Tab).await;
            self.until("Tab to move the focus", "document.activeElement !== window.tabbed").await;
        }
        self.picture("failed").await;
        panic!("{expression} cannot be reached with Tab");
    }

    /// Reaches a button or link by its words with Tab, and presses Enter.
    pub(crate) async fn press(&self, words: &str) {
        self.tab_to(&named(words)).await;
        self.key(Key::Enter).await;
    }

    /// Takes a picture, once what is on screen has been painted.
    pub(crate) async fn picture(&self, name: &str) {
        let painted = "const done = arguments[arguments.length - 1]; \
                       requestAnimationFrame(() => requestAnimationFrame(() => done(true)));";
        self.0.execute_async(painted, Vec::new()).await.unwrap();
        let png = self.0.screenshot().await.unwrap();
        std::fs::write(pictures().join(format!("window-{name}.png")), png).unwrap();
    }
}

/// An expression for the button, link or field with these words.
pub(crate) fn named(words: &str) -> String {
    let words = Value::from(words);
    format!(
        "[...document.querySelectorAll('a, button, label')].filter((e) => e.textContent.replace(/\\s+/g, ' ').trim() === \
         {words}).map((e) => e.control ?? e)[0]"
    )
}
