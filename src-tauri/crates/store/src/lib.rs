//! Where interviews are kept: one `SQLite` file, encrypted with `SQLCipher` from its first row.
//!
//! [`Store`] is the door: [`Store::write`] sends a job to the one writer, which answers when the job is durable;
//! [`Store::read`] gives a job one moment in time. What a job can do are the functions of the noun modules, each with its
//! SQL in `.sql` files beside it. Nothing else in the product names `rusqlite` or writes SQL.
//!
//! Times are kept in whole milliseconds; what is finer is cut off. Rules about interviews live in `workbench-domain`.

pub mod action;
pub mod amendment;
pub mod appointment;
pub mod attachment;
pub mod backup;
pub mod bank;
pub mod candidate;
mod column;
mod conn;
pub mod contact;
pub mod debrief;
pub mod decision;
pub mod declaration;
pub mod draft;
pub mod drill;
pub mod entry;
pub mod erase;
pub mod erased;
mod error;
pub mod example;
mod file;
mod fold;
pub mod habit;
pub mod hold;
pub mod import_change;
pub mod interview;
pub mod interviewer;
mod key;
pub mod kit;
pub mod log;
mod migrate;
pub mod moving;
#[cfg(test)]
mod of_nobody;
mod page;
pub mod person;
pub mod preparation;
pub mod question;
mod readers;
pub mod record;
pub mod rescue;
pub mod restore;
pub mod retention;
pub mod role;
pub mod round;
mod saves;
pub mod scorecard;
pub mod seen;
pub mod setting;
pub mod shared;
pub mod signing_key;
mod sql_files;
mod store;
pub mod tick;
pub mod usage;
pub mod weight;
mod writer;

pub use conn::{Read, Write};
pub use error::StoreError;
pub use key::DataKey;
pub use page::{Ask, Page};
pub use sql_files::sql_files;
pub use store::Store;

/// What putting something did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    /// It was not there before.
    Added,
    /// It was there, with other content.
    Changed,
    /// It was there, with the same content; nothing was written.
    Unchanged,
    /// It was there, in a version of one's own; this one is kept beside it and offered.
    Offered,
}
