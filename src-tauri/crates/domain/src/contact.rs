//! How a candidate is reached, and what an application says beside the name. There are no fields for age, birth date,
//! gender, marital status or photo, on purpose.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    at::{At, InField},
    text::{TextRefused, within_limit},
};

/// How a candidate is reached, and what the application says. Every text may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// The e-mail address.
    pub email: String,
    /// The telephone number, as it was written.
    pub phone: String,
    /// Where the candidate works.
    pub company: String,
    /// What the candidate works as.
    pub title: String,
    /// Where the application came from.
    pub source: String,
    /// Where the candidate lives.
    pub location: String,
    /// Addresses on the web.
    pub links: Vec<String>,
    /// Everything else.
    pub notes: String,
}

impl Contact {
    /// The contact without space around its texts and without empty links.
    ///
    /// # Errors
    /// [`TextRefused::TooLarge`] with the field, above [`crate::text::TEXT_MAX`] characters.
    pub fn tidy(self) -> Result<Self, At<TextRefused>> {
        let trim = |field: &str, what: &str, text: String| {
            within_limit(what, &text).at(field).map(|()| text.trim().to_owned())
        };
        let links =
            self.links.into_iter().map(|link| trim("links", "The link", link)).collect::<Result<Vec<_>, _>>()?;
        Ok(Self {
            email: trim("email", "The e-mail address", self.email)?,
            phone: trim("phone", "The phone number", self.phone)?,
            company: trim("company", "The company", self.company)?,
            title: trim("title", "The title", self.title)?,
            source: trim("source", "The source", self.source)?,
            location: trim("location", "The place", self.location)?,
            links: links.into_iter().filter(|link| !link.is_empty()).collect(),
            notes: trim("notes", "The notes", self.notes)?,
        })
    }

    /// This contact, with what it leaves empty taken from another. What is there is never replaced.
    #[must_use]
    pub fn filled(&self, other: &Self) -> Self {
        let one = |own: &String, other: &String| if own.is_empty() { other.clone() } else { own.clone() };
        Self {
            email: one(&self.email, &other.email),
            phone: one(&self.phone, &other.phone),
            company: one(&self.company, &other.company),
            title: one(&self.title, &other.title),
            source: one(&self.source, &other.source),
            location: one(&self.location, &other.location),
            links: if self.links.is_empty() { other.links.clone() } else { self.links.clone() },
            notes: one(&self.notes, &other.notes),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filling_replaces_nothing_that_is_there() {
        let own = Contact { email: "a@example.org".into(), notes: "Mine.".into(), ..Contact::default() };
        let other = Contact {
            email: "b@example.org".into(),
            phone: "1".into(),
            links: vec!["x".into()],
            notes: "Theirs.".into(),
            ..Contact::default()
        };
        let filled = own.filled(&other);
        assert_eq!((filled.email.as_str(), filled.phone.as_str()), ("a@example.org", "1"));
        assert_eq!((filled.links.len(), filled.notes.as_str()), (1, "Mine."));
        assert_eq!(filled.filled(&other), filled, "again, it changes nothing");
    }

    #[test]
    fn a_contact_loses_space_and_empty_links_and_a_text_without_end_is_refused() {
        let contact =
            Contact { email: " a@example.org ".into(), links: vec![" ".into(), "x ".into()], ..Contact::default() };
        let tidy = contact.tidy().unwrap();
        assert_eq!((tidy.email.as_str(), tidy.links), ("a@example.org", vec!["x".to_owned()]));
        let long = Contact { notes: "x".repeat(crate::text::TEXT_MAX + 1), ..Contact::default() };
        assert!(long.tidy().unwrap_err().to_string().starts_with("The notes"));
    }
}
