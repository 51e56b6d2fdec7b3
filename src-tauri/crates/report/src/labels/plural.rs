//! Which form of a text goes with a whole number, by the rules of Unicode's CLDR.

use std::str::FromStr;

/// A form, by the name that CLDR has for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    One,
    Few,
    Many,
    Other,
}

impl Form {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

/// A rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Plural {
    None,
    One,
    UpToOne,
    EastSlavic,
    Polish,
    Czech,
}

impl Plural {
    pub(super) fn form(self, number: u32) -> Form {
        let (last, two) = (number % 10, number % 100);
        let few = matches!(last, 2..=4) && !matches!(two, 12..=14);
        match self {
            Self::None => Form::Other,
            Self::One if number == 1 => Form::One,
            Self::UpToOne if number <= 1 => Form::One,
            Self::One | Self::UpToOne => Form::Other,
            Self::EastSlavic if last == 1 && two != 11 => Form::One,
            Self::Polish if number == 1 => Form::One,
            Self::EastSlavic | Self::Polish if few => Form::Few,
            Self::EastSlavic | Self::Polish => Form::Many,
            Self::Czech => match number {
                1 => Form::One,
                2..=4 => Form::Few,
                _ => Form::Other,
            },
        }
    }
}

impl FromStr for Plural {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        Ok(match name {
            "none" => Self::None,
            "one" => Self::One,
            "up_to_one" => Self::UpToOne,
            "east_slavic" => Self::EastSlavic,
            "polish" => Self::Polish,
            "czech" => Self::Czech,
            _ => return Err(format!("there is no rule “{name}” for plurals")),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_the_forms_that_unicode_lists() {
        let forms = |rule: Plural, numbers: &[u32]| numbers.iter().map(|n| rule.form(*n)).collect::<Vec<_>>();
        use Form::{Few, Many, One, Other};
        assert_eq!(forms(Plural::One, &[0, 1, 2, 21]), [Other, One, Other, Other]);
        assert_eq!(forms(Plural::UpToOne, &[0, 1, 2]), [One, One, Other]);
        assert_eq!(forms(Plural::None, &[0, 1, 2]), [Other; 3]);
        assert_eq!(
            forms(Plural::EastSlavic, &[0, 1, 2, 5, 11, 12, 21, 22, 111, 112]),
            [Many, One, Few, Many, Many, Many, One, Few, Many, Many]
        );
        assert_eq!(
            forms(Plural::Polish, &[0, 1, 2, 5, 12, 21, 22, 112]),
            [Many, One, Few, Many, Many, Many, Few, Many]
        );
        assert_eq!(forms(Plural::Czech, &[0, 1, 2, 4, 5, 22]), [Other, One, Few, Few, Other, Other]);
    }
}
