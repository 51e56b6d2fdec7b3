//! What GTK and the web view must be told before they start, where the system's graphics want it.

use std::{env, path::Path};

/// What spares the start of OpenGL where there is no graphics device. It would then be a compiler on the processor: it draws
/// nothing that is not drawn as fast without it, takes a quarter of a second to start and 80 MB to keep. `GDK_GL` is for
/// GTK; the other is for the web view, which would start it to learn how frames can be shared. It starts it once more to learn
/// which device draws them, and must: a web view that is told (`WEBKIT_WEB_RENDER_DEVICE_FILE`) never asks for the display, and
/// what it listens to with the display are GTK's settings: a dark theme, less motion, the size of text.
const WITHOUT_DEVICE: [(&str, &str); 2] = [("GDK_GL", "disable"), ("WEBKIT_DISABLE_DMABUF_RENDERER", "1")];

/// Variables that cure or spare something on this system. Never one that a person has set, and each only where it is
/// needed: they slow other systems.
pub(crate) fn prepare() {
    let set = |name: &str| env::var_os(name).is_some();
    if !set("WEBKIT_DISABLE_DMABUF_RENDERER") && set("WAYLAND_DISPLAY") && exists("/proc/driver/nvidia/version") {
        // Blank windows on NVIDIA's driver under Wayland.
        put("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
    }
    // Together or not at all: who has set one of them knows better how to draw here.
    if WITHOUT_DEVICE.iter().all(|(name, _)| !set(name)) && !has_graphics_device(Path::new("/dev/dri")) {
        for (name, value) in WITHOUT_DEVICE {
            put(name, value);
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
