//! What a screen reader is told of the window: where the focus is, by its words. So a person without a mouse can be played
//! without WebDriver, which would make the program listen.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use zbus::{
    Connection, MatchRule, MessageStream,
    export::ordered_stream::OrderedStreamExt as _,
    zvariant::{OwnedValue, Structure, Value},
};

use crate::{
    home::until,
    keyboard::{ENTER, Keyboard, Stroke, TAB},
};

/// A listener on the bus of screen readers, which the session's bus starts.
pub(crate) struct Reader {
    focus: Arc<Mutex<Focus>>,
    _bus: Connection,
}

/// What has the focus, and how often it has moved.
#[derive(Debug, Default, Clone)]
struct Focus {
    words: String,
    moves: usize,
}

impl Reader {
    /// Begins to listen; a program that is started afterwards tells where its focus goes.
    pub(crate) async fn listen() -> zbus::Result<Self> {
        let session = Connection::session().await?;
        let address =
            session.call_method(Some("org.a11y.Bus"), "/org/a11y/bus", Some("org.a11y.Bus"), "GetAddress", &());
        let address: String = address.await?.body().deserialize()?;
        let bus = zbus::connection::Builder::address(address.as_str())?.build().await?;
        let (registry, path) = ("org.a11y.atspi.Registry", "/org/a11y/atspi/registry");
        let wanted = "object:state-changed:focused";
        bus.call_method(Some(registry), path, Some(registry), "RegisterEvent", &(wanted,)).await?;
        let rule = MatchRule::builder()
            .msg_type(zbus::message::Type::Signal)
            .interface("org.a11y.atspi.Event.Object")?
            .member("StateChanged")?
            .build();
        let mut told = MessageStream::for_match_rule(rule, &bus, Some(256)).await?;
        let focus = Arc::new(Mutex::new(Focus::default()));
        let (kept, asked) = (Arc::clone(&focus), bus.clone());
        tokio::spawn(async move {
            while let Some(Ok(message)) = told.next().await {
                let body = message.body();
                let Ok(fields) = body.deserialize::<Structure<'_>>() else { continue };
                if !matches!(fields.fields(), [Value::Str(state), Value::I32(1), ..] if state.as_str() == "focused") {
                    continue;
                }
                let header = message.header();
                let (Some(sender), Some(path)) = (header.sender(), header.path()) else { continue };
                let name = asked
                    .call_method(
                        Some(sender.as_str()),
                        path,
                        Some("org.freedesktop.DBus.Properties"),
                        "Get",
                        &("org.a11y.atspi.Accessible", "Name"),
                    )
                    .await
                    .ok()
                    .and_then(|answer| answer.body().deserialize::<OwnedValue>().ok())
                    .and_then(|name| String::try_from(name).ok());
                let mut focus = kept.lock().unwrap_or_else(PoisonError::into_inner);
                focus.words = name.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
                focus.moves += 1;
            }
        });
        Ok(Self { focus, _bus: bus })
    }

    fn now(&self) -> Focus {
        self.focus.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The words of what has the focus.
    pub(crate) fn words(&self) -> String {
        self.now().words
    }

    /// Waits until what has the focus begins with these words.
    pub(crate) async fn at(&self, words: &str) {
        let look = async || self.now().words.starts_with(words).then_some(());
        let waited = tokio::time::timeout(Duration::from_secs(25), until("the focus", look)).await;
        assert!(waited.is_ok(), "the focus is on {:?}, not on {words:?}", self.now().words);
    }

    /// Presses Tab until what has the focus begins with these words.
    pub(crate) async fn reach(&self, keyboard: &Keyboard, words: &str) {
        let mut passed = BTreeSet::new();
        for _ in 0..150 {
            let here = self.now();
            if here.words.starts_with(words) {
                return;
            }
            keyboard.stroke(Stroke::key(TAB));
            // The page is told of some moves late, and at its end it gives the focus to the window, which tells nothing.
            let moved = until("the focus to move", async || (self.now().moves > here.moves).then_some(()));
            let _ = tokio::time::timeout(Duration::from_secs(3), moved).await;
            passed.insert(here.words);
        }
        panic!("{words:?} cannot be reached with Tab; passed {passed:?}");
    }

    /// Reaches a button or link and presses Enter.
    pub(crate) async fn press(&self, keyboard: &Keyboard, words: &str) {
        self.reach(keyboard, words).await;
        keyboard.stroke(Stroke::key(ENTER));
    }
}
