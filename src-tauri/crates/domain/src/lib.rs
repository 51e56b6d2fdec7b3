//! What an interview is: nouns, rules and formulas.
//!
//! Nothing here reads a file, a clock or a database. Everything that is a rule or a formula of the product lives here,
//! so that it can be read, tested and disputed in one place.

pub mod action;
pub mod agreement;
pub mod amendment;
pub mod answer;
pub mod appointment;
pub mod at;
pub mod attachment;
pub mod backup;
pub mod bank;
pub mod candidate;
pub mod canonical;
pub mod comparable;
pub mod compare;
pub mod contact;
pub mod debrief;
pub mod decision;
pub mod difference;
pub mod draft;
pub mod drill;
pub mod entry;
pub mod evidence;
pub mod example;
pub mod filter;
pub mod formula;
pub mod four_fifths;
pub mod guide;
pub mod habit;
pub mod hidden;
pub mod ids;
pub mod import;
pub mod import_change;
pub mod independence;
pub mod interview;
pub mod interviewer;
pub mod kit;
pub mod lint;
pub mod log;
pub mod means;
pub mod meeting;
pub mod order;
pub mod packet;
pub mod phase;
pub mod place;
pub mod plan;
pub mod preparation;
pub mod problem;
pub mod question;
pub mod rating;
pub mod record;
pub mod reliability;
pub mod review;
pub mod role;
pub mod round;
pub mod scorecard;
pub mod shared;
pub mod statistic;
pub mod structure;
#[cfg(test)]
mod testing;
pub mod text;
pub mod tick;
pub mod usage;
pub mod weight;
