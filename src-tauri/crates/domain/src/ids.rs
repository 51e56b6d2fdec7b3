//! Identifiers, one type a noun, so that a candidate's id is never passed where an interview's is meant.
//!
//! Shipped content has readable ids that are the same on every laptop (`senior-python/py-gil`); everything made by a
//! person has a `UUIDv7`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
        pub struct $name(pub String);

        impl $name {
            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }
    )*};
}

id! {
    /// A person who interviews; `UUIDv7`.
    InterviewerId;
    /// A role that people are interviewed for; `pack/role` for a shipped one.
    RoleId;
    /// A competency within a role, such as `concurrency`.
    CompetencyId;
    /// A question through all its versions; `pack/question` for a shipped one.
    QuestionId;
    /// A kit through all its versions; `pack/kit` for a shipped one.
    KitId;
    /// A person who is interviewed; `UUIDv7`.
    CandidateId;
    /// One meeting of one interviewer with one candidate; `UUIDv7`.
    InterviewId;
    /// One kept note; `UUIDv7`, made by the page or by the core.
    EntryId;
    /// One attached file; `UUIDv7`, made by the page or by the core.
    AttachmentId;
    /// Candidates for one role who are compared with each other; `UUIDv7`.
    RoundId;
    /// One planned interview; `UUIDv7`.
    AppointmentId;
    /// A rule for how long things are kept: a word for a shipped one, else `UUIDv7`.
    RetentionRuleId;
    /// One import, while it can be taken back; `UUIDv7`.
    ImportId;
    /// One meeting with a candidate, by however many interviewers; `UUIDv7`.
    SessionId;
}
