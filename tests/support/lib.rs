//! What the tests share: a world to work in, small helpers for processes and files, and a way to say what was skipped.
//!
//! A test that cannot set up its world has failed, so everything here panics with the reason.
#![allow(clippy::unwrap_used, clippy::panic, clippy::missing_panics_doc)]

mod chance;
mod drawer;
mod namespace;
mod tools;
mod trace;
mod tree;
mod world;

pub use chance::Dice;
pub use drawer::Drawer;
pub use namespace::{in_namespace, mount_command};
pub use tools::{pdf_text, skip};
pub use trace::{Trace, cannot_trace};
pub use tree::{copy_folder, root, snapshot, tracked_files};
pub use world::{KIT, ROLE, World, base64, open_folder, open_rescue, open_store};
