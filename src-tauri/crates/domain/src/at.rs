//! Of which field of a request a refusal speaks, so that a form can say it beside the field.

use std::fmt::Display;

/// A refusal with the path of its field, such as `title` or `competencies[2].name`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{why}")]
pub struct At<E: Display> {
    /// The path of the field, from where the refusal was made.
    pub field: String,
    /// Why it was refused.
    pub why: E,
}

impl<E: Display> At<E> {
    /// The same as a refusal of what has this part: `under("decision")` makes `reason` to `decision.reason`.
    #[must_use]
    pub fn under<F: Display + From<E>>(self, part: &str) -> At<F> {
        At { field: format!("{part}.{}", self.field), why: self.why.into() }
    }
}

/// Says of which field a result speaks.
pub trait InField<T, E: Display> {
    /// The same, with the path of the field.
    ///
    /// # Errors
    /// The refusal, at that field.
    fn at(self, field: impl Into<String>) -> Result<T, At<E>>;
}

impl<T, E: Display> InField<T, E> for Result<T, E> {
    fn at(self, field: impl Into<String>) -> Result<T, At<E>> {
        self.map_err(|why| At { field: field.into(), why })
    }
}
