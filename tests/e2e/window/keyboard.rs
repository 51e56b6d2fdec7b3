//! A keyboard at the X server: its keys reach the window as a person's do, through the whole of GTK and the web view.

use std::collections::HashMap;

use x11rb::{
    connection::Connection as _,
    protocol::{
        xproto::{ConnectionExt as _, KEY_PRESS_EVENT, KEY_RELEASE_EVENT},
        xtest::ConnectionExt as _,
    },
};

use crate::x11::Screen;

pub(crate) const ENTER: u32 = 0xff0d;
pub(crate) const TAB: u32 = 0xff09;
pub(crate) const ESCAPE: u32 = 0xff1b;
pub(crate) const BACKSPACE: u32 = 0xff08;
pub(crate) const DOWN: u32 = 0xff54;
pub(crate) const PAGE_UP: u32 = 0xff55;
pub(crate) const PAGE_DOWN: u32 = 0xff56;
const SHIFT: u32 = 0xffe1;
const CONTROL: u32 = 0xffe3;

/// A key with what is held while it is pressed. Characters of Latin-1 are their own key symbols.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stroke {
    pub(crate) symbol: u32,
    pub(crate) control: bool,
    pub(crate) shift: bool,
}

impl Stroke {
    pub(crate) fn key(symbol: u32) -> Self {
        Self { symbol, control: false, shift: false }
    }

    pub(crate) fn char(character: char) -> Self {
        // A new line within a note.
        if character == '\n' { Self { shift: true, ..Self::key(ENTER) } } else { Self::key(character.into()) }
    }

    pub(crate) fn control(symbol: impl Into<u32>) -> Self {
        Self { control: true, ..Self::key(symbol.into()) }
    }
}

/// The keyboard with its layout, as the server has it.
pub(crate) struct Keyboard {
    screen: Screen,
    /// The key of each symbol, and whether it takes Shift.
    keys: HashMap<u32, (u8, bool)>,
}

impl Keyboard {
    pub(crate) fn new(screen: Screen) -> Self {
        let setup = screen.x.setup();
        let (first, last) = (setup.min_keycode, setup.max_keycode);
        let layout = screen.x.get_keyboard_mapping(first, last - first + 1).unwrap().reply().unwrap();
        let mut keys = HashMap::new();
        for (code, symbols) in (first..=last).zip(layout.keysyms.chunks(layout.keysyms_per_keycode.into())) {
            for (level, symbol) in symbols.iter().take(2).enumerate().filter(|(_, symbol)| **symbol != 0) {
                keys.entry(*symbol).or_insert((code, level == 1));
            }
        }
        Self { screen, keys }
    }

    pub(crate) fn screen(&self) -> &Screen {
        &self.screen
    }

    /// Presses a key and lets it go.
    pub(crate) fn stroke(&self, stroke: Stroke) {
        let (code, level) = self.keys[&stroke.symbol];
        let held: Vec<u8> = [(stroke.control, CONTROL), (stroke.shift || level, SHIFT)]
            .into_iter()
            .filter(|(wanted, _)| *wanted)
            .map(|(_, symbol)| self.keys[&symbol].0)
            .collect();
        for key in held.iter().chain([&code]) {
            self.event(KEY_PRESS_EVENT, *key);
        }
        for key in [&code].into_iter().chain(held.iter().rev()) {
            self.event(KEY_RELEASE_EVENT, *key);
        }
        self.screen.x.flush().unwrap();
    }

    fn event(&self, kind: u8, key: u8) {
        self.screen.x.xtest_fake_input(kind, key, 0, x11rb::NONE, 0, 0, 0).unwrap();
    }
}
