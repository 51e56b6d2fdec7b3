//! Keys as a keyboard gives them, through the X server. WebDriver would put work of its own into the web process.

use std::collections::HashMap;

use x11rb::{
    connection::Connection as _,
    protocol::{
        xproto::{ConnectionExt as _, InputFocus, KEY_PRESS_EVENT, KEY_RELEASE_EVENT},
        xtest::ConnectionExt as _,
    },
    rust_connection::RustConnection,
};

use crate::x11::window_of;

/// Key symbols that are no letter.
pub(crate) const ENTER: u32 = 0xff0d;
pub(crate) const ESCAPE: u32 = 0xff1b;
pub(crate) const PAGE_UP: u32 = 0xff55;
pub(crate) const PAGE_DOWN: u32 = 0xff56;
const SHIFT: u32 = 0xffe1;
const CONTROL: u32 = 0xffe3;

/// The keyboard of this display, with the focus in one window.
pub(crate) struct Keyboard {
    x: RustConnection,
    /// For each symbol, which key gives it, and whether with Shift.
    keys: HashMap<u32, (u8, bool)>,
}

impl Keyboard {
    /// Gives the window of a process the focus: there is no window manager that would.
    pub(crate) fn in_window_of(process: u32) -> Self {
        let (x, screen) = x11rb::connect(None).unwrap();
        let window = window_of(&x, screen, process);
        x.set_input_focus(InputFocus::PARENT, window, x11rb::CURRENT_TIME).unwrap().check().unwrap();
        let (first, last) = (x.setup().min_keycode, x.setup().max_keycode);
        let map = x.get_keyboard_mapping(first, last - first + 1).unwrap().reply().unwrap();
        let mut keys = HashMap::new();
        for (key, symbols) in (first..=last).zip(map.keysyms.chunks(usize::from(map.keysyms_per_keycode))) {
            for (symbol, shift) in symbols.iter().zip([false, true]) {
                keys.entry(*symbol).or_insert((key, shift));
            }
        }
        Self { x, keys }
    }

    /// Presses the key of a symbol and lets go. Of a letter the symbol is its code.
    pub(crate) fn press(&self, symbol: u32) {
        let (key, shift) = self.key(symbol);
        self.held(if shift { &[SHIFT] } else { &[] }, key);
    }

    /// Presses a key while Control is held.
    pub(crate) fn control(&self, symbol: u32) {
        self.held(&[CONTROL], self.key(symbol).0);
    }

    fn held(&self, held: &[u32], key: u8) {
        let held: Vec<u8> = held.iter().map(|symbol| self.key(*symbol).0).collect();
        let down = held.iter().chain([&key]).map(|key| (KEY_PRESS_EVENT, *key));
        let up = [&key].into_iter().chain(&held).map(|key| (KEY_RELEASE_EVENT, *key));
        for (kind, key) in down.chain(up) {
            self.x.xtest_fake_input(kind, key, 0, x11rb::NONE, 0, 0, 0).unwrap();
        }
        self.x.flush().unwrap();
    }

    fn key(&self, symbol: u32) -> (u8, bool) {
        *self.keys.get(&symbol).unwrap_or_else(|| panic!("no key gives the symbol {symbol:#x}"))
    }
}
