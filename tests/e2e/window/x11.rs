//! What the window manager does: asks a window to close.

use x11rb::{
    connection::Connection as _,
    protocol::xproto::{AtomEnum, ClientMessageEvent, ConnectionExt as _, EventMask, Window},
    rust_connection::RustConnection,
};

/// Asks the window of this process to close, as its close button would.
#[allow(dead_code)] // `make bench` closes nothing
pub(crate) fn close_window(process: u32) {
    let (x, screen) = x11rb::connect(None).unwrap();
    let window = window_of(&x, screen, process);
    let atom = |name: &str| x.intern_atom(false, name.as_bytes()).unwrap().reply().unwrap().atom;
    let (protocols, delete) = (atom("WM_PROTOCOLS"), atom("WM_DELETE_WINDOW"));
    let message = ClientMessageEvent::new(32, window, protocols, [delete, 0, 0, 0, 0]);
    // Waits until the server has taken it: what a client sent last can be lost when it goes away.
    x.send_event(false, window, EventMask::NO_EVENT, message).unwrap().check().unwrap();
}

/// The window that a process shows and that can be closed.
pub(crate) fn window_of(x: &RustConnection, screen: usize, process: u32) -> Window {
    let root = x.setup().roots[screen].root;
    let atom = |name: &str| x.intern_atom(false, name.as_bytes()).unwrap().reply().unwrap().atom;
    let (pid, protocols, delete) = (atom("_NET_WM_PID"), atom("WM_PROTOCOLS"), atom("WM_DELETE_WINDOW"));
    let window = find(x, root, &|window| {
        let of = x.get_property(false, window, pid, AtomEnum::CARDINAL, 0, 1).unwrap().reply();
        let listens = x.get_property(false, window, protocols, AtomEnum::ATOM, 0, 32).unwrap().reply();
        let mapped = x.get_window_attributes(window).unwrap().reply();
        of.is_ok_and(|p| p.value32().is_some_and(|mut v| v.next() == Some(process)))
            && listens.is_ok_and(|p| p.value32().is_some_and(|mut v| v.any(|a| a == delete)))
            && mapped.is_ok_and(|a| a.map_state == x11rb::protocol::xproto::MapState::VIEWABLE)
    });
    window.unwrap_or_else(|| panic!("process {process} shows no window that can be closed"))
}

fn find(x: &RustConnection, from: Window, wanted: &dyn Fn(Window) -> bool) -> Option<Window> {
    if wanted(from) {
        return Some(from);
    }
    let children = x.query_tree(from).unwrap().reply().ok()?.children;
    children.into_iter().find_map(|child| find(x, child, wanted))
}
