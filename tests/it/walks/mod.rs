//! The walks of ARCHITECTURE.md through `App::call`, JSON in and JSON out, and the rules that a person meets on them.

mod access;
mod agreement;
mod amended;
mod attached;
mod backups;
mod bank;
mod carried;
mod clock;
mod compare;
mod corrected;
mod debrief;
mod direction;
mod drilled;
mod erased;
mod erased_for_good;
mod fields;
mod filed;
mod guide;
mod habits;
mod held;
mod hidden;
mod impact;
mod imported;
mod independence;
mod keystroke;
mod kits;
mod lists;
mod locked;
mod meeting;
mod names;
mod namesakes;
mod outside;
mod packet;
mod prepared;
mod rescued;
mod retention;
mod rounds;
mod scorecards;
mod sealed;
mod sent;
mod signed;
mod started;
mod taken;
mod undo;
mod used;
mod versions;
mod weights;
mod write_up;

use serde_json::Value;

use crate::{list, text};

/// The id of a live interview.
fn id(live: &Value) -> String {
    text(&live["interview"]["id"])
}

/// The ids of its questions, in kit order.
fn questions(live: &Value) -> Vec<String> {
    list(&live["interview"]["content"]["questions"]).iter().map(|question| text(&question["id"])).collect()
}
