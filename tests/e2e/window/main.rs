//! The real window, as a person uses it: the whole flow by keyboard, the bank and the kits, killed while typing, closed,
//! started twice.
//!
//! Needs a display, a session bus, tauri-driver and WebKitWebDriver: `make test` brings them. Pictures of what was seen are
//! in `target/e2e`.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)] // a helper that fails has failed the test

mod attached;
mod awake;
mod bank;
mod close;
mod closed;
mod dark;
mod flow;
mod forgotten;
mod full;
mod home;
mod ibus;
mod japanese;
mod keyboard;
mod killed;
mod kits;
mod once;
mod page;
mod reader;
mod sent;
mod two;
mod window;
mod x11;
