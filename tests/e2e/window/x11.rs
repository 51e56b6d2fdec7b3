//! The X server: finds a program's window, gives it the keys, closes it as a window manager does, and looks at the screen.

use x11rb::{
    connection::Connection as _,
    protocol::xproto::{
        AtomEnum, ClientMessageEvent, ConnectionExt as _, EventMask, ImageFormat, InputFocus, MapState, Window,
    },
    rust_connection::RustConnection,
};

/// The screen, as one client of the X server sees it.
pub(crate) struct Screen {
    pub(crate) x: RustConnection,
    root: Window,
}

impl Screen {
    pub(crate) fn new() -> Self {
        let (x, number) = x11rb::connect(None).unwrap();
        let root = x.setup().roots[number].root;
        Self { x, root }
    }

    fn atom(&self, name: &str) -> u32 {
        self.x.intern_atom(false, name.as_bytes()).unwrap().reply().unwrap().atom
    }

    /// The window of this process that can be closed, once it is shown.
    pub(crate) fn window_of(&self, process: u32) -> Option<Window> {
        let [pid, protocols, delete] = ["_NET_WM_PID", "WM_PROTOCOLS", "WM_DELETE_WINDOW"].map(|name| self.atom(name));
        let x = &self.x;
        find(x, self.root, &|window| {
            let of = x.get_property(false, window, pid, AtomEnum::CARDINAL, 0, 1).unwrap().reply();
            let listens = x.get_property(false, window, protocols, AtomEnum::ATOM, 0, 32).unwrap().reply();
            let mapped = x.get_window_attributes(window).unwrap().reply();
            of.is_ok_and(|p| p.value32().is_some_and(|mut v| v.next() == Some(process)))
                && listens.is_ok_and(|p| p.value32().is_some_and(|mut v| v.any(|a| a == delete)))
                && mapped.is_ok_and(|a| a.map_state == MapState::VIEWABLE)
        })
    }

    /// Gives a window the keys: there is no window manager here that would.
    pub(crate) fn focus(&self, window: Window) {
        self.x.set_input_focus(InputFocus::PARENT, window, x11rb::CURRENT_TIME).unwrap().check().unwrap();
    }

    /// Whether something large on the screen has this colour (RRGGBB).
    pub(crate) fn shows(&self, colour: u32) -> bool {
        let root = &self.x.setup().roots[0];
        let (width, height) = (root.width_in_pixels, root.height_in_pixels);
        let image =
            self.x.get_image(ImageFormat::Z_PIXMAP, self.root, 0, 0, width, height, !0).unwrap().reply().unwrap();
        image.data.chunks_exact(4).filter(|p| u32::from_le_bytes([p[0], p[1], p[2], 0]) == colour).count() > 500
    }
}

/// Asks the window of this process to close, as its close button would.
pub(crate) fn close_window(process: u32) {
    let screen = Screen::new();
    let window = screen.window_of(process);
    let window = window.unwrap_or_else(|| panic!("process {process} shows no window that can be closed"));
    let data = [screen.atom("WM_DELETE_WINDOW"), 0, 0, 0, 0];
    let message = ClientMessageEvent::new(32, window, screen.atom("WM_PROTOCOLS"), data);
    // Waits until the server has taken it: what a client sent last can be lost when it goes away.
    screen.x.send_event(false, window, EventMask::NO_EVENT, message).unwrap().check().unwrap();
}

fn find(x: &RustConnection, from: Window, wanted: &dyn Fn(Window) -> bool) -> Option<Window> {
    if wanted(from) {
        return Some(from);
    }
    let children = x.query_tree(from).unwrap().reply().ok()?.children;
    children.into_iter().find_map(|child| find(x, child, wanted))
}
