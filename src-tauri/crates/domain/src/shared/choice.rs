//! What a person says that the words of another scale are shown as.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{OWN, SharedRating, SharedScorecard, is_left_open};
use crate::{rating::Level, scorecard::Recommendation};

/// What a person says that a value of another scale is shown as.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MappingChoice {
    /// Whether it is the recommendation, or a rating.
    pub overall: bool,
    /// What was said there.
    pub said: String,
    /// The level of a rating; none for no level.
    #[serde(default)]
    #[ts(optional = nullable, type = "1 | 2 | 3 | 4 | 5 | null")]
    pub level: Option<Level>,
    /// The recommendation; none for no recommendation.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub recommendation: Option<Recommendation>,
}

/// Shows what these choices are about as they say. Our own scorecards are on our scale already, and what was left open is
/// no rating: both stay as they are. Of two choices on the same the last one counts.
pub fn choose(scorecard: &mut SharedScorecard, choices: &[MappingChoice]) {
    if scorecard.source == OWN {
        return;
    }
    let chosen = |overall: bool, said: &str| {
        choices.iter().rfind(|one| one.overall == overall && one.said == said && !is_left_open(said))
    };
    for rating in &mut scorecard.ratings {
        if let Some(choice) = chosen(false, &rating.said) {
            rating.level = choice.level;
        }
    }
    if let Some(choice) = chosen(true, &scorecard.overall_said) {
        scorecard.overall = choice.recommendation;
    }
}

/// What this scorecard's words were shown as when it was imported, to be kept when it comes again.
#[must_use]
pub fn chosen(before: &SharedScorecard) -> Vec<MappingChoice> {
    let rating =
        |one: &SharedRating| MappingChoice { said: one.said.clone(), level: one.level, ..MappingChoice::default() };
    let overall = MappingChoice {
        overall: true,
        said: before.overall_said.clone(),
        recommendation: before.overall,
        ..MappingChoice::default()
    };
    before.ratings.iter().map(rating).chain([overall]).collect()
}

/// The words that no table has and nobody said what they are shown as, each once.
#[must_use]
pub fn unknown<'a>(
    scorecards: impl IntoIterator<Item = &'a SharedScorecard>,
    choices: &[MappingChoice],
) -> Vec<&'a str> {
    let mut found: Vec<&str> = Vec::new();
    for one in scorecards {
        let ratings = one.ratings.iter().filter(|rating| rating.level.is_none()).map(|rating| (false, &rating.said));
        let overall = Some((true, &one.overall_said)).filter(|_| one.overall.is_none());
        for (overall, said) in ratings.chain(overall).filter(|(_, said)| !is_left_open(said)) {
            let said_so = choices.iter().any(|choice| choice.overall == overall && choice.said == *said);
            if !said_so && !found.contains(&said.as_str()) {
                found.push(said);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shared::{level_of, mapping};

    #[test]
    fn a_person_says_what_a_word_of_another_scale_is_shown_as() {
        let said = |said: &str, level: Option<u8>| MappingChoice {
            said: said.to_owned(),
            level: level.and_then(Level::new),
            ..MappingChoice::default()
        };
        let of = |source: &str| SharedScorecard {
            source: source.to_owned(),
            overall_said: "perhaps".to_owned(),
            ratings: ["perhaps", "yes", "no_decision", "4"]
                .map(|said| SharedRating { said: said.to_owned(), level: level_of(said), ..SharedRating::default() })
                .to_vec(),
            ..SharedScorecard::default()
        };
        let overall = MappingChoice {
            overall: true,
            said: "perhaps".to_owned(),
            recommendation: Some(Recommendation::No),
            ..MappingChoice::default()
        };
        let choices = [
            said("perhaps", Some(1)),
            said("perhaps", Some(3)),
            said("yes", None),
            said("no_decision", Some(1)),
            overall,
        ];
        for (source, levels, shown) in [
            ("greenhouse", [Some(3), None, None, Some(4)], Some(Recommendation::No)),
            (OWN, [None, Some(4), None, Some(4)], None),
        ] {
            let mut one = of(source);
            choose(&mut one, &choices);
            let found: Vec<_> = one.ratings.iter().map(|rating| rating.level.map(Level::number)).collect();
            assert_eq!((found.as_slice(), one.overall), (&levels[..], shown), "{source}");
            assert!(mapping([&one]).iter().all(|line| line.choose == (source != OWN && line.said != "no_decision")));
            let mut again = of(source);
            choose(&mut again, &chosen(&one));
            assert_eq!(again, one, "when it comes again it is shown as before");
        }
        let plain = of("table");
        assert_eq!(unknown([&plain], &[]), ["perhaps"]);
        assert_eq!(unknown([&plain], &[said("perhaps", None)]), ["perhaps"], "as a recommendation nobody said");
        assert_eq!(unknown([&plain], &choices), [] as [&str; 0]);
    }
}
