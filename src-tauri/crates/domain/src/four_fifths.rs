//! The four-fifths rule for aggregate counts that someone typed (29 CFR 1607.4(D)): selection rates of groups, each over the
//! highest one, with Fisher's exact test and a word on small numbers. It knows no candidate, and nothing keeps it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    statistic::{fisher, number},
    text::{self, TextRefused, count, isolate},
};

/// The sentences of the rule that the figures are about, as they stand there.
const SENTENCES: [&str; 2] = [
    "A selection rate for any race, sex, or ethnic group which is less than four-fifths (4/5) (or eighty percent) of the rate \
     for the group with the highest rate will generally be regarded by the Federal enforcement agencies as evidence of \
     adverse impact, while a greater than four-fifths rate will generally not be regarded by Federal enforcement agencies as \
     evidence of adverse impact.",
    "Greater differences in selection rate may not constitute adverse impact where the differences are based on small numbers \
     and are not statistically significant, or where special recruiting or other programs cause the pool of minority or \
     female candidates to be atypical of the normal pool of applicants from that group.",
];

/// The rule, as it stands in the law of the United States.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImpactRule {
    /// Where it stands.
    pub citation: String,
    /// Since when.
    pub date: String,
    /// The sentences of it that the figures are about.
    pub sentences: Vec<String>,
}

/// The rule.
#[must_use]
pub fn rule() -> ImpactRule {
    ImpactRule {
        citation: "29 CFR 1607.4(D), Uniform Guidelines on Employee Selection Procedures".to_owned(),
        date: "issued 25 August 1978 (43 FR 38290), in effect since 25 September 1978".to_owned(),
        sentences: SENTENCES.map(str::to_owned).to_vec(),
    }
}

/// The most groups that are compared.
pub const GROUPS_MAX: usize = 20;
/// The largest count.
pub const COUNT_MAX: u32 = 1_000_000;
/// Below this expected count a cell is small (Cochran 1954, *Biometrics* 10:417–451).
const EXPECTED_MIN: f64 = 5.0;

/// A group, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImpactGroup {
    /// Its name.
    pub name: String,
    /// How many applied.
    pub applicants: u32,
    /// How many of those were selected.
    pub selected: u32,
}

/// What the rule says of one group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct GroupImpact {
    /// The group.
    pub group: ImpactGroup,
    /// Selected over applicants, 0 to 1.
    pub rate: f64,
    /// The rate over the highest rate, 0 to 1; none where nobody was selected.
    pub ratio: Option<f64>,
    /// Whether the rate is less than four fifths of the highest; exactly four fifths is not.
    pub below: bool,
    /// Fisher's exact test against the group with the highest rate, two-sided; none for that group itself.
    pub p: Option<f64>,
    /// Whether, with both groups selected alike, one of the four counts would be below five: too small to say much.
    pub small: bool,
    /// Whether one more of this group, in the place of one of the highest, would give this group the higher rate.
    pub one_person: bool,
}

/// What the rule says of all of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Impact {
    /// The groups in the order in which they were given.
    pub groups: Vec<GroupImpact>,
    /// Which of them has the highest rate; of several the one with the most applicants.
    pub highest: u32,
}

/// Why counts were refused. The words are for the person who typed them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImpactRefused {
    /// Fewer than two groups, or too many.
    #[error("The rule compares groups. Give 2 to {GROUPS_MAX}; here is {0}.")]
    Groups(usize),
    /// A name that cannot be shown.
    #[error("Group {place}: {refused}")]
    Name {
        /// Which group, from 1.
        place: usize,
        /// What is wrong with its name.
        refused: TextRefused,
    },
    /// One name for two groups.
    #[error("There are two groups with the name {}. Give each its own, or add their counts up.", isolate(.0))]
    Twice(String),
    /// No applicant.
    #[error("{} has no applicants, so it has no rate. Leave it out.", isolate(.0))]
    NoApplicants(String),
    /// More selected than applied.
    #[error(
        "{}: {selected} selected of {} cannot be. Correct one of the two.", isolate(.name), count(*.applicants, "applicant")
    )]
    MoreSelected {
        /// The group.
        name: String,
        /// Its applicants.
        applicants: u32,
        /// Its selected.
        selected: u32,
    },
    /// More than is reckoned with.
    #[error("{}: the most applicants are {COUNT_MAX}.", isolate(.0))]
    TooMany(String),
}

/// What the rule says of these groups.
///
/// # Errors
/// [`ImpactRefused`] where the counts cannot be, or there is nothing to compare.
pub fn impact(groups: &[ImpactGroup]) -> Result<Impact, ImpactRefused> {
    let groups = checked(groups)?;
    // a/b against c/d as a·d against c·b: whole numbers have no rounding.
    let over = |a: &ImpactGroup, b: &ImpactGroup| u64::from(a.selected) * u64::from(b.applicants);
    let is_higher = |a: &ImpactGroup, b: &ImpactGroup| (over(a, b), a.applicants) > (over(b, a), b.applicants);
    let highest = (0..groups.len()).reduce(|best, at| if is_higher(&groups[at], &groups[best]) { at } else { best });
    let highest = highest.unwrap_or(0);
    let best = groups[highest].clone();
    let of = |(at, group): (usize, ImpactGroup)| {
        let share = |group: &ImpactGroup| f64::from(group.selected) / f64::from(group.applicants);
        let below = 5 * over(&group, &best) < 4 * over(&best, &group);
        // Questions and Answers 21, 44 FR 11996, 2 March 1979.
        let turned = u64::from(group.selected + 1) * u64::from(best.applicants)
            > u64::from(best.selected.saturating_sub(1)) * u64::from(group.applicants);
        let table = [&group, &best].map(|one| [one.selected, one.applicants - one.selected]);
        let other = at != highest;
        GroupImpact {
            rate: share(&group),
            ratio: (best.selected > 0).then(|| share(&group) / share(&best)),
            below,
            p: other.then(|| fisher::two_sided(table)),
            small: other && least_expected(table) < EXPECTED_MIN,
            one_person: below && turned,
            group,
        }
    };
    Ok(Impact {
        highest: u32::try_from(highest).unwrap_or(0),
        groups: groups.into_iter().enumerate().map(of).collect(),
    })
}

/// The smallest of the four counts that there would be if both rows were parted alike.
fn least_expected([[a, b], [c, d]]: [[u32; 2]; 2]) -> f64 {
    let sum = |x: u32, y: u32| f64::from(x) + f64::from(y);
    let all = sum(a, b) + sum(c, d);
    sum(a, b).min(sum(c, d)) * sum(a, c).min(sum(b, d)) / all.max(number(1))
}

fn checked(groups: &[ImpactGroup]) -> Result<Vec<ImpactGroup>, ImpactRefused> {
    if !(2..=GROUPS_MAX).contains(&groups.len()) {
        return Err(ImpactRefused::Groups(groups.len()));
    }
    let mut good: Vec<ImpactGroup> = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        let refused = |refused| ImpactRefused::Name { place: at + 1, refused };
        let name = text::person_name("its name", &group.name).map_err(refused)?;
        if good.iter().any(|other| other.name.to_lowercase() == name.to_lowercase()) {
            return Err(ImpactRefused::Twice(name));
        }
        let ImpactGroup { applicants, selected, .. } = *group;
        if applicants == 0 && selected == 0 {
            return Err(ImpactRefused::NoApplicants(name));
        }
        if selected > applicants {
            return Err(ImpactRefused::MoreSelected { name, applicants, selected });
        }
        if applicants > COUNT_MAX {
            return Err(ImpactRefused::TooMany(name));
        }
        good.push(ImpactGroup { name, applicants, selected });
    }
    Ok(good)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(counts: &[(&str, u32, u32)]) -> Vec<ImpactGroup> {
        let group = |(name, applicants, selected): &(&str, u32, u32)| ImpactGroup {
            name: (*name).to_owned(),
            applicants: *applicants,
            selected: *selected,
        };
        counts.iter().map(group).collect()
    }

    #[test]
    fn a_rate_is_below_when_it_is_less_than_four_fifths_of_the_highest() {
        // The example of the agencies' Questions and Answers (44 FR 11996): 48 of 80 against 12 of 40.
        let told = impact(&groups(&[("A", 80, 48), ("B", 40, 12)])).unwrap();
        assert_eq!(told.highest, 0);
        let b = &told.groups[1];
        assert!((b.rate - 0.3).abs() < 1e-15 && (b.ratio.unwrap() - 0.5).abs() < 1e-15 && b.below);
        assert!((b.p.unwrap() - 0.003409221767849183).abs() < 1e-9, "{:?}", b.p);
        assert_eq!((told.groups[0].ratio, told.groups[0].below, told.groups[0].p), (Some(1.0), false, None));
        for (counts, below) in [
            ([("A", 100, 50), ("B", 100, 40)], false),
            ([("A", 100, 50), ("B", 100, 39)], true),
            // 0.3 / 0.375 is exactly 4/5, which binary fractions are not.
            ([("A", 80, 30), ("B", 10, 3)], false),
            ([("A", 1_000_000, 999_999), ("B", 1_000_000, 800_000)], false),
            ([("A", 10, 0), ("B", 10, 0)], false),
        ] {
            assert_eq!(impact(&groups(&counts)).unwrap().groups[1].below, below, "{counts:?}");
        }
        assert_eq!(impact(&groups(&[("A", 10, 0), ("B", 10, 0)])).unwrap().groups[1].ratio, None);
    }

    #[test]
    fn small_numbers_are_said_and_what_one_person_would_turn_round() {
        let told = |a: (u32, u32), b: (u32, u32)| {
            let told = impact(&groups(&[("A", a.0, a.1), ("B", b.0, b.1)])).unwrap();
            (told.groups[1].small, told.groups[1].one_person)
        };
        assert_eq!(told((100, 50), (100, 30)), (false, false));
        assert_eq!(told((100, 50), (10, 3)), (true, false), "one more is 40 %, still below 49 %");
        assert_eq!(told((5, 3), (5, 2)), (true, true));
        assert_eq!(told((5, 3), (5, 3)), (true, false), "it is not below");
    }

    #[test]
    fn of_several_highest_the_largest_group_is_compared_with_and_the_order_does_not_matter() {
        let three = [("A", 10, 5), ("B", 100, 50), ("C", 50, 10)];
        let told = impact(&groups(&three)).unwrap();
        assert_eq!(told.highest, 1);
        assert_eq!((told.groups[0].ratio, told.groups[0].p), (Some(1.0), Some(1.0)));
        let turned = impact(&groups(&[three[2], three[1], three[0]])).unwrap();
        assert_eq!(turned.highest, 1);
        let mut back = turned.groups;
        back.reverse();
        assert_eq!(back, told.groups);
    }

    #[test]
    fn counts_that_cannot_be_are_refused_with_what_to_do() {
        for (counts, words) in [
            (vec![("A", 10, 5)], "2 to 20; here is 1"),
            (vec![("A", 10, 5); 21], "here is 21"),
            (vec![("A", 10, 5), (" ", 10, 5)], "Group 2: its name is empty"),
            (vec![("A", 10, 5), ("a ", 10, 5)], "two groups with the name"),
            (vec![("A", 10, 5), ("B", 0, 0)], "no applicants"),
            (vec![("A", 10, 5), ("B", 3, 4)], "4 selected of 3 applicants cannot be"),
            (vec![("A", 10, 5), ("B", 0, 1)], "1 selected of 0 applicants cannot be"),
            (vec![("A", 10, 5), ("B", 1_000_001, 4)], "the most applicants are 1000000"),
        ] {
            let refused = impact(&groups(&counts)).unwrap_err().to_string();
            assert!(refused.contains(words), "{refused}");
        }
    }
}
