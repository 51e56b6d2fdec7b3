//! When a role is good enough to interview for.
//!
//! A role names five to eight competencies. All weigh the same, unless somebody writes down why one counts for more: an
//! unequal weight without a reason is an opinion that nobody can check later (US Office of Personnel Management, Structured
//! Interviews: A Practical Guide, 2008). A must-have competency can name the level it asks for; falling short of it is
//! shown, never averaged away, and decides nothing by itself.

use crate::{
    at::{At, InField},
    kit::Role,
    text::{TextRefused, count, free_text, person_name},
};

/// How few competencies a role has: fewer leave most of the work unasked.
pub const COMPETENCIES_MIN: usize = 5;
/// How many competencies a role has at the most: more cannot be told apart in one sitting.
pub const COMPETENCIES_MAX: usize = 8;
/// The highest weight.
pub const WEIGHT_MAX: u32 = 5;

/// Why a role was refused. The words are shown to the person who wrote it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RoleRefused {
    /// A text is blank or too long.
    #[error(transparent)]
    Text(#[from] TextRefused),
    /// Too few or too many competencies.
    #[error(
        "The role has {}. Name {COMPETENCIES_MIN} to {COMPETENCIES_MAX}: fewer leave too much unasked, more \
         cannot be told apart in an interview.",
        count(*.0, "competency")
    )]
    Count(usize),
    /// Two competencies have one name or one id.
    #[error("Two competencies are called \"{0}\". Give each a name of its own.")]
    Twice(String),
    /// A weight that is no weight.
    #[error("The weight of \"{name}\" is {weight}. Choose 1 to {WEIGHT_MAX}.")]
    Weight {
        /// Which competency.
        name: String,
        /// Its weight.
        weight: u32,
    },
    /// An unequal weight that nobody explained.
    #[error("\"{0}\" does not weigh the same as the others. Write down why, or give all the same weight.")]
    Unexplained(String),
}

impl Role {
    /// The role in the form that is kept, if it is good: a title, 5 to 8 competencies with a name and a definition, and a
    /// reason for each weight that is not that of most. An equal weight keeps no reason.
    ///
    /// # Errors
    /// [`RoleRefused`] with what to do.
    pub fn tidied(mut self) -> Result<Self, At<RoleRefused>> {
        self.title = text(person_name("The title", &self.title), "title")?;
        self.level = self.level.trim().to_owned();
        if !self.level.is_empty() {
            self.level = text(person_name("The level", &self.level), "level")?;
        }
        let count = self.competencies.len();
        if !(COMPETENCIES_MIN..=COMPETENCIES_MAX).contains(&count) {
            return Err(RoleRefused::Count(count)).at("competencies");
        }
        let usual = self.usual_weight();
        for (n, competency) in self.competencies.iter_mut().enumerate() {
            let at = |field: &str| format!("competencies[{n}].{field}");
            competency.name = text(person_name("The name of a competency", &competency.name), at("name"))?;
            let what = format!("The definition of {}", competency.name);
            competency.definition = text(free_text(&what, &competency.definition), at("definition"))?.trim().to_owned();
            if !(1..=WEIGHT_MAX).contains(&competency.weight) {
                return Err(RoleRefused::Weight { name: competency.name.clone(), weight: competency.weight })
                    .at(at("weight"));
            }
            competency.weight_reason = competency.weight_reason.trim().to_owned();
            if competency.weight == usual {
                competency.weight_reason.clear();
            } else if competency.weight_reason.is_empty() {
                return Err(RoleRefused::Unexplained(competency.name.clone())).at(at("weight_reason"));
            } else {
                competency.weight_reason =
                    text(free_text("The reason for a weight", &competency.weight_reason), at("weight_reason"))?;
            }
        }
        for (n, one) in self.competencies.iter().enumerate() {
            let same = |other: &&crate::kit::Competency| other.id == one.id || other.name == one.name;
            if self.competencies[..n].iter().any(|other| same(&other)) {
                return Err(RoleRefused::Twice(one.name.clone())).at(format!("competencies[{n}].name"));
            }
        }
        Ok(self)
    }

    /// The weight that most competencies have; of two that are as frequent, the lower one.
    #[must_use]
    pub fn usual_weight(&self) -> u32 {
        let count = |weight: u32| self.competencies.iter().filter(|c| c.weight == weight).count();
        let weights = self.competencies.iter().map(|c| c.weight);
        weights.max_by_key(|weight| (count(*weight), std::cmp::Reverse(*weight))).unwrap_or(1)
    }
}

fn text(text: Result<String, TextRefused>, field: impl Into<String>) -> Result<String, At<RoleRefused>> {
    text.map_err(RoleRefused::from).at(field)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{kit::Competency, rating::Level};

    fn role(weights: &[(u32, &str)]) -> Role {
        let competency = |(n, (weight, reason)): (usize, &(u32, &str))| Competency {
            id: format!("c{n}").into(),
            name: format!(" Name {n} "),
            definition: "Does it.".to_owned(),
            weight: *weight,
            weight_reason: (*reason).to_owned(),
            must_have: Level::new(3),
        };
        Role {
            id: "r".into(),
            title: " Engineer ".to_owned(),
            level: " ".to_owned(),
            competencies: weights.iter().enumerate().map(competency).collect(),
            submit_within_hours: None,
        }
    }

    #[test]
    fn weights_are_equal_or_have_a_reason() {
        let even = (1, "");
        for (weights, refused) in [
            (vec![even; 5], None),
            (vec![(2, ""); 8], None),
            (vec![even, even, even, even, (2, "The job is mostly this.")], None),
            (vec![even, even, even, even, (2, " ")], Some(RoleRefused::Unexplained("Name 4".to_owned()))),
            (
                vec![even, even, even, even, (0, "x")],
                Some(RoleRefused::Weight { name: "Name 4".to_owned(), weight: 0 }),
            ),
            (vec![even; 4], Some(RoleRefused::Count(4))),
            (vec![even; 9], Some(RoleRefused::Count(9))),
        ] {
            assert_eq!(role(&weights).tidied().err().map(|refused| refused.why), refused, "{weights:?}");
        }
    }

    #[test]
    fn a_role_is_kept_tidy_and_a_reason_that_explains_nothing_goes() {
        let tidy = role(&[(1, "left over"), (1, ""), (1, ""), (1, ""), (1, "")]).tidied().unwrap();
        assert_eq!((tidy.title.as_str(), tidy.level.as_str()), ("Engineer", ""));
        assert_eq!((tidy.competencies[0].name.as_str(), tidy.competencies[0].weight_reason.as_str()), ("Name 0", ""));
        assert_eq!(tidy.competencies[0].must_have, Level::new(3));
        assert_eq!(tidy.clone().tidied(), Ok(tidy));
    }

    #[test]
    fn names_and_definitions_are_there_and_differ() {
        let mut twice = role(&[(1, ""); 5]);
        twice.competencies[3].name = "Name 1".to_owned();
        let refused = |field: &str, why| Err(At { field: field.to_owned(), why });
        assert_eq!(twice.tidied(), refused("competencies[3].name", RoleRefused::Twice("Name 1".to_owned())));
        let mut blank = role(&[(1, ""); 5]);
        blank.competencies[2].definition = "\n".to_owned();
        let what = "The definition of Name 2".to_owned();
        let why = RoleRefused::Text(TextRefused::Blank { what });
        assert_eq!(blank.tidied(), refused("competencies[2].definition", why));
    }
}
