//! What goes wrong, as it crosses to the page and the command line: a code and a sentence. A code exists only where the
//! page treats it differently.

use std::{any::Any, fmt::Display};

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    amendment::AmendRefused,
    appointment::AppointmentRefused,
    at::At,
    debrief::DebriefRefused,
    decision::DecisionRefused,
    question::QuestionRefused,
    retention::RuleRefused,
    role::RoleRefused,
    text::{TextRefused, isolate},
    weight::WeightRefused,
};
use workbench_report::ReportError;
use workbench_store::StoreError;

use crate::job;

/// What the page does about a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// What was typed cannot be taken; say so beside the field, keep the text.
    Invalid,
    /// The thing is not there (any more); read again.
    NotFound,
    /// The scorecard is submitted; show it read-only.
    Locked,
    /// The store waits for its passphrase; show only the screen that asks for it.
    LockedStore,
    /// Something else is in the way, and the message says what.
    Conflict,
    /// Others' ratings are not shown before one's own scorecards are in; say so calmly, there is nothing to put right.
    Hidden,
    /// The interviewer's name is not known yet; ask for it.
    NameFirst,
    /// A person looks round in a store that is not protected, and this is about real people; lead to where it is protected.
    ProtectFirst,
    /// Some characters cannot be drawn; ask whether to go on.
    Undrawable,
    /// The disk is full; keep the text, say so, try again by itself.
    DiskFull,
    /// The store cannot be written; keep the text, say so, try again by itself.
    Storage,
    /// The store is damaged or missing; show only the screen that rescues it.
    Damaged,
    /// The store is open, and not all of it can be read; offer the screen that rescues it.
    DamageFound,
    /// The data folder cannot be opened; show only that.
    CannotOpen,
    /// A file chosen by the person cannot be written; let them choose another.
    CannotWrite,
    /// A person stopped it, or the store was closed meanwhile; say so calmly.
    Stopped,
    /// Our mistake; say so, the window lives on.
    Bug,
}

/// A failure: what kind, and what to do, in a sentence for the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[error("{message}")]
pub struct Failure {
    /// What the page does about it.
    pub code: Code,
    /// What happened, what is safe, what to do.
    pub message: String,
    /// Of which field of the request it speaks, such as `title` or `role.competencies[2].name`; none where it is of the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub field: Option<String>,
}

impl Failure {
    /// A failure of that kind.
    #[must_use]
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), field: None }
    }

    /// The same, of that part of the request: `under("role")` makes `title` to `role.title`.
    #[must_use]
    pub fn under(mut self, part: &str) -> Self {
        self.field = Some(self.field.map_or_else(|| part.to_owned(), |field| format!("{part}.{field}")));
        self
    }

    /// Two people of one name could not be told apart.
    #[must_use]
    pub fn taken_name(name: &str) -> Self {
        let name = isolate(name);
        let message = format!(
            "There is another interviewer called {name} here, and the two could not be told apart. Whoever sits beside you \
             is named where the interview starts; if it is you, write your name in another way."
        );
        Self { field: Some("name".to_owned()), ..Self::new(Code::Conflict, message) }
    }

    /// What was typed or asked cannot be taken.
    #[must_use]
    pub fn invalid(message: impl Into<String>) -> Self {
        Self::new(Code::Invalid, message)
    }

    /// The thing is not there.
    #[must_use]
    pub fn not_found(what: &str, id: impl std::fmt::Display) -> Self {
        Self::new(Code::NotFound, format!("There is no {what} with the id \"{}\".", isolate(&id.to_string())))
    }

    /// Our own mistake.
    #[must_use]
    pub fn bug(detail: impl std::fmt::Display) -> Self {
        Self::new(Code::Bug, format!("Something went wrong inside the workbench; what was saved is safe. {detail}"))
    }

    /// Our own mistake, as a panic tells it.
    pub(crate) fn panicked(panic: &(dyn Any + Send)) -> Self {
        let words = panic.downcast_ref::<&str>().copied();
        Self::bug(words.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or_default())
    }
}

impl<E: Into<Self> + Display> From<At<E>> for Failure {
    fn from(refused: At<E>) -> Self {
        refused.why.into().under(&refused.field)
    }
}

impl From<TextRefused> for Failure {
    fn from(refused: TextRefused) -> Self {
        Self::invalid(refused.to_string())
    }
}

impl From<QuestionRefused> for Failure {
    fn from(refused: QuestionRefused) -> Self {
        Self::invalid(refused.to_string())
    }
}

impl From<RoleRefused> for Failure {
    fn from(refused: RoleRefused) -> Self {
        Self::invalid(refused.to_string())
    }
}

impl From<RuleRefused> for Failure {
    fn from(refused: RuleRefused) -> Self {
        Self::invalid(refused.to_string())
    }
}

impl From<WeightRefused> for Failure {
    fn from(refused: WeightRefused) -> Self {
        Self::invalid(refused.to_string()).under("reason")
    }
}

impl From<AmendRefused> for Failure {
    fn from(refused: AmendRefused) -> Self {
        Self::invalid(refused.to_string())
    }
}

impl From<AppointmentRefused> for Failure {
    fn from(refused: AppointmentRefused) -> Self {
        Self::invalid(refused.to_string()).under("ends_at")
    }
}

impl From<DebriefRefused> for Failure {
    fn from(refused: DebriefRefused) -> Self {
        Self::invalid(refused.to_string())
    }
}

impl From<DecisionRefused> for Failure {
    fn from(refused: DecisionRefused) -> Self {
        Self::invalid(refused.to_string())
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let code = match &error {
            StoreError::Stopped => return job::stopped(),
            StoreError::Full => Code::DiskFull,
            StoreError::Bug(_) => Code::Bug,
            StoreError::Damaged => Code::DamageFound,
            _ => Code::Storage,
        };
        Self::new(code, error.to_string())
    }
}

impl From<ReportError> for Failure {
    fn from(error: ReportError) -> Self {
        match error {
            ReportError::Stopped => job::stopped(),
            other => Self::bug(other),
        }
    }
}
