//! The store against real files.

#![allow(clippy::disallowed_methods, reason = "tests measure with the real clock")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "what a test needs and does not get is its failure"
)]

mod bank;
mod damage;
mod decided;
mod disk;
mod history;
mod life;
mod lists;
mod measure;
mod nouns;
mod search;
mod sql;
mod support;
mod versions;
mod write_up;
mod writing;
