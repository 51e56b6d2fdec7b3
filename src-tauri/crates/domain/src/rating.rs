//! The one rating scale of the product.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use ts_rs::TS;

/// A level on the scale, 1 to 5, against the bar for the role's level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(u8);

impl Level {
    /// All levels, lowest first.
    pub const ALL: [Self; 5] = [Self(1), Self(2), Self(3), Self(4), Self(5)];

    /// The level with this number, if it is 1 to 5.
    #[must_use]
    pub fn new(number: u8) -> Option<Self> {
        (1..=5).contains(&number).then_some(Self(number))
    }

    /// The number, 1 to 5.
    #[must_use]
    pub fn number(self) -> u8 {
        self.0
    }

    /// The level in words, as it stands beside its number everywhere.
    #[must_use]
    pub fn word(self) -> &'static str {
        ["Well below", "Below", "Meets", "Above", "Well above"][usize::from(self.0) - 1]
    }
}

impl Serialize for Level {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.0)
    }
}

impl<'de> Deserialize<'de> for Level {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = u8::deserialize(deserializer)?;
        Self::new(number).ok_or_else(|| D::Error::custom(format!("a level is 1, 2, 3, 4 or 5, not {number}")))
    }
}

/// What an interviewer says of one answer. The last two are missing values, never zero: they enter no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rating {
    /// Asked and judged. An answer that was not given after the probes is level 1, by its anchor.
    Level(Level),
    /// The question was not asked.
    NotAsked,
    /// It was asked, but could not be judged (interrupted, out of time, misunderstood).
    CouldNotJudge,
}

impl Rating {
    /// The level, where there is one.
    #[must_use]
    pub fn level(self) -> Option<Level> {
        match self {
            Self::Level(level) => Some(level),
            Self::NotAsked | Self::CouldNotJudge => None,
        }
    }

    /// The rating in words: "4 Above", "Not asked".
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::Level(level) => format!("{} {}", level.number(), level.word()),
            Self::NotAsked => "Not asked".to_owned(),
            Self::CouldNotJudge => "Could not judge".to_owned(),
        }
    }

    /// The rating as the store and the contract write it.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::Level(level) => level.number().to_string(),
            Self::NotAsked => "not_asked".to_owned(),
            Self::CouldNotJudge => "could_not_judge".to_owned(),
        }
    }

    /// Reads what [`Rating::code`] wrote.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "not_asked" => Some(Self::NotAsked),
            "could_not_judge" => Some(Self::CouldNotJudge),
            digits => digits.parse().ok().and_then(Level::new).map(Self::Level),
        }
    }
}

impl Serialize for Rating {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Level(level) => serializer.serialize_u8(level.number()),
            other => serializer.serialize_str(&other.code()),
        }
    }
}

impl<'de> Deserialize<'de> for Rating {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = serde_json::Value::deserialize(deserializer)?;
        let code = match &value {
            serde_json::Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        Self::from_code(&code).ok_or_else(|| {
            D::Error::custom(format!("a rating is 1, 2, 3, 4, 5, \"not_asked\" or \"could_not_judge\", not {value}"))
        })
    }
}

impl TS for Rating {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;

    fn name(_: &ts_rs::Config) -> String {
        "Rating".to_owned()
    }

    fn inline(_: &ts_rs::Config) -> String {
        r#"1 | 2 | 3 | 4 | 5 | "not_asked" | "could_not_judge""#.to_owned()
    }

    fn decl(config: &ts_rs::Config) -> String {
        format!("type Rating = {};", Self::inline(config))
    }

    fn decl_concrete(config: &ts_rs::Config) -> String {
        Self::decl(config)
    }

    fn output_path() -> Option<std::path::PathBuf> {
        Some("Rating.ts".into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rating_reads_and_writes_one_form() {
        for (json, rating) in [
            ("1", Some(Rating::Level(Level(1)))),
            ("5", Some(Rating::Level(Level(5)))),
            ("\"not_asked\"", Some(Rating::NotAsked)),
            ("\"could_not_judge\"", Some(Rating::CouldNotJudge)),
            ("\"4\"", Some(Rating::Level(Level(4)))),
            ("0", None),
            ("6", None),
            ("2.5", None),
            ("true", None),
            ("\"\"", None),
        ] {
            assert_eq!(serde_json::from_str::<Rating>(json).ok(), rating, "{json}");
        }
        for rating in [Rating::Level(Level(3)), Rating::NotAsked, Rating::CouldNotJudge] {
            let text = serde_json::to_string(&rating).unwrap();
            assert_eq!(serde_json::from_str::<Rating>(&text).unwrap(), rating);
            assert_eq!(Rating::from_code(&rating.code()), Some(rating));
        }
    }

    #[test]
    fn missing_has_no_level() {
        assert_eq!(Rating::NotAsked.level(), None);
        assert_eq!(Rating::CouldNotJudge.level(), None);
    }
}
