//! Why a figure, or its interval, is not given.

use serde::{Serialize, Serializer};

/// Why a figure, or its interval, is not given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undefined {
    /// Fewer than two raters gave a value.
    OneRater,
    /// No unit has two values.
    NoPair,
    /// Fewer than two units have a value of every rater.
    FewComplete,
    /// Fewer than five units have ratings from as many raters.
    FewAlike,
    /// Kappa is for two raters.
    NotTwoRaters,
    /// Everything that could be compared is the same.
    NoVariance,
    /// The units do not differ on average.
    UnitsAlike,
    /// The formula divides by a variance that comes out below zero.
    NegativeVariance,
    /// The values are names.
    NotNumbers,
    /// The values are names, and have no order.
    NoOrder,
    /// A ratio scale has no distance between a number and its opposite.
    Opposites,
    /// The numbers leave what can be reckoned with.
    TooLarge,
    /// Too few units to draw again from.
    FewUnits,
    /// Most draws have no figure.
    DrawsUndefined,
    /// Every draw has the same figure.
    DrawsAlike,
    /// Too many values to draw again and again from.
    TooMuchToDraw,
    /// What the interval is made of came out as zero.
    NoErrorLeft,
    /// An end of the interval divides by a variance that comes out below zero.
    NoEnd,
}

impl Undefined {
    /// The reason in a sentence.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::OneRater => "Fewer than two raters gave a value.",
            Self::NoPair => "No unit has values from two raters.",
            Self::FewComplete => "Fewer than two units have a value from every rater.",
            Self::FewAlike => "Fewer than five candidates were rated by as many raters: too few for this figure.",
            Self::NotTwoRaters => "Kappa compares two raters; here are more.",
            Self::NoVariance => "Every value that could be compared is the same: there is no variance.",
            Self::UnitsAlike => "The units do not differ on average: there is no variance between them.",
            Self::NegativeVariance => {
                "The units differ less than chance alone would make them: a variance comes out below zero, and the \
                 figure above one."
            }
            Self::NotNumbers => "The values are names of categories, not numbers.",
            Self::NoOrder => "The values are names of categories: nothing says which of them are close.",
            Self::Opposites => {
                "A number and its opposite, such as -2 and 2, were given: a ratio scale has no distance between them."
            }
            Self::TooLarge => "The numbers are too large or too small to reckon with.",
            Self::FewUnits => "No interval: fewer than five units are too few to draw from.",
            Self::DrawsUndefined => "No interval: most draws of units have no variance.",
            Self::DrawsAlike => "No interval: every draw of units has this same figure.",
            Self::TooMuchToDraw => "No interval: so many values that drawing 2,000 times would take too long.",
            Self::NoErrorLeft => "No interval: the ratings leave no variance of error, which it is made of.",
            Self::NoEnd => "No interval: the units differ so little that an end of it has no meaning.",
        }
    }
}

impl Serialize for Undefined {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.words())
    }
}
