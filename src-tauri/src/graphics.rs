//! What GTK and the web view must be told before they start, where the system's graphics want it.

use std::{env, ffi::c_void, path::Path, ptr};

/// What spares the start of OpenGL where there is no graphics device. It would then be a compiler on the processor: it draws
/// nothing that is not drawn as fast without it, takes a quarter of a second to start and 80 MB to keep. `GDK_GL` is for
/// GTK; the other is for the web view, which would start it to learn how frames can be shared.
const WITHOUT_DEVICE: [(&str, &str); 2] = [("GDK_GL", "disable"), ("WEBKIT_DISABLE_DMABUF_RENDERER", "1")];

/// Names the drivers that OpenGL may load.
const DRIVERS: &str = "__EGL_VENDOR_LIBRARY_FILENAMES";

/// Variables that cure or spare something on this system. Never one that a person has set, and each only where it is
/// needed: they slow other systems.
pub(crate) fn prepare() {
    let set = |name: &str| env::var_os(name).is_some();
    if !set("WEBKIT_DISABLE_DMABUF_RENDERER") && set("WAYLAND_DISPLAY") && exists("/proc/driver/nvidia/version") {
        // Blank windows on NVIDIA's driver under Wayland.
        put("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
    }
    // Together or not at all: who has set one of them knows better how to draw here.
    let chosen = set(DRIVERS) || WITHOUT_DEVICE.iter().any(|(name, _)| set(name));
    if !chosen && !has_graphics_device(Path::new("/dev/dri")) {
        for (name, value) in WITHOUT_DEVICE {
            put(name, value);
        }
        put(DRIVERS, "/dev/null");
        look_for_drivers();
        // The web process ends where it finds no driver.
        take(DRIVERS);
    }
}

/// Lets this process look for the drivers of OpenGL, which it does once, and remembers. The web view starts OpenGL here once
/// more to learn which device draws, some 20 ms and 16 MB; without a driver it has its answer at once. To spare it the
/// question (`WEBKIT_WEB_RENDER_DEVICE_FILE`) is no way: it then never asks for the display, and with the display it listens
/// to GTK's settings: a dark theme, less motion, the size of text.
#[allow(unsafe_code)]
fn look_for_drivers() {
    type EglGetDisplay = unsafe extern "C" fn(native: *mut c_void) -> *mut c_void;
    // SAFETY: the library is the one that the web view opens later, and stays open; the name has this signature in EGL 1.0,
    // for which null is the default display.
    unsafe {
        let library = libc::dlopen(c"libEGL.so.1".as_ptr(), libc::RTLD_NOW | libc::RTLD_LOCAL);
        if library.is_null() {
            return;
        }
        let found = libc::dlsym(library, c"eglGetDisplay".as_ptr());
        if !found.is_null() {
            std::mem::transmute::<*mut c_void, EglGetDisplay>(found)(ptr::null_mut());
        }
    }
}

fn exists(path: &str) -> bool {
    Path::new(path).exists()
}

fn has_graphics_device(folder: &Path) -> bool {
    folder
        .read_dir()
        .is_ok_and(|found| found.flatten().any(|device| device.file_name().as_encoded_bytes().starts_with(b"renderD")))
}

#[allow(unsafe_code)]
fn put(name: &str, value: &str) {
    // SAFETY: the first thing that `run` does, before there is a second thread that could read the environment.
    unsafe { env::set_var(name, value) };
}

#[allow(unsafe_code)]
fn take(name: &str) {
    // SAFETY: as for `put`; EGL starts no thread where it finds no driver.
    unsafe { env::remove_var(name) };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_render_node_is_a_graphics_device_and_a_bare_card_is_none() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!has_graphics_device(&folder.path().join("not there")));
        std::fs::write(folder.path().join("card0"), "").unwrap();
        assert!(!has_graphics_device(folder.path()), "a card without a render node only shows pictures");
        std::fs::write(folder.path().join("renderD128"), "").unwrap();
        assert!(has_graphics_device(folder.path()));
    }
}
