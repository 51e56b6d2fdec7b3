//! What use says about a question: how often it was asked, how long it took, how it was rated, and whether it goes with the
//! others of its kit.
//!
//! Only submitted scorecards on real candidates enter, each with its first version. No figure is shown that could move a
//! rating still to be given: see [`veil`].
//!
//! The correlation is that of the question's level with the mean of the other levels in the same scorecard (the item–rest
//! correlation; Nunnally & Bernstein 1994, *Psychometric Theory*, chapter 8), as Pearson's r, with a percentile bootstrap
//! interval (Efron & Tibshirani 1993, *An Introduction to the Bootstrap*, chapter 13). Below [`SCORECARDS_MIN`] complete
//! scorecards of one version none is given: at n = 5 a 95 % interval round 0 reaches from -.88 to .88 (Fisher's z).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    ids::{InterviewerId, RoleId},
    rating::{Level, Rating},
    statistic::bootstrap,
};

/// Complete scorecards of one version that a correlation needs.
pub const SCORECARDS_MIN: usize = 30;

/// An interview that is not submitted, as far as it matters to figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenUse {
    /// The role that it is for.
    pub role_id: RoleId,
    /// The candidate's name.
    pub candidate: String,
    /// Who owes the scorecard.
    pub interviewer_id: InterviewerId,
    /// On whose laptop it is kept, where that is another's.
    pub host_id: Option<InterviewerId>,
    /// Whether its kit asks the question.
    pub asks: bool,
}

/// Why no figure is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UseVeil {
    /// The reader's own scorecard is not submitted.
    Own {
        /// The candidate's name.
        candidate: String,
    },
    /// Another's interview of the round is open.
    Open,
}

/// Whether, and why, no figure made of ratings in these rounds is shown. A round is a role's candidates. An open interview
/// hides the figures of its whole round, and those of every question that it will ask: a figure tells what to expect.
#[must_use]
pub fn veil(rounds: &[&RoleId], open: &[OpenUse], reader: Option<&InterviewerId>) -> Option<UseVeil> {
    let mut hiding = open.iter().filter(|open| open.asks || rounds.contains(&&open.role_id)).peekable();
    hiding.peek()?;
    let own = |open: &&OpenUse| {
        reader.is_some_and(|reader| open.interviewer_id == *reader || open.host_id.as_ref() == Some(reader))
    };
    Some(match hiding.find(own) {
        Some(open) => UseVeil::Own { candidate: open.candidate.clone() },
        None => UseVeil::Open,
    })
}

/// One submitted scorecard that has the question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// The round: the role that the candidate is for.
    pub role_id: RoleId,
    /// The content hash of the question's version.
    pub version: String,
    /// What was said of the answer.
    pub rating: Option<Rating>,
    /// Time spent, in seconds; 0 where no time was kept.
    pub spent_seconds: u32,
    /// Planned time, in minutes; 0 where it was not planned.
    pub planned_minutes: u32,
    /// Whether every question of the scorecard has a rating or a mark for a missing one.
    pub complete: bool,
    /// The levels of the other questions.
    pub others: Vec<Level>,
}

/// How long a question took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TimeTaken {
    /// How many times were kept.
    pub n: u32,
    /// The median, in seconds.
    pub median_seconds: u32,
    /// The planned time of the last one, in minutes; 0 where it was not planned.
    pub planned_minutes: u32,
    /// How many took longer than planned.
    pub longer: u32,
}

/// How a question goes with the others of its kit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Correlation {
    /// How many complete scorecards of one version.
    pub n: u32,
    /// Pearson's r, -1 to 1.
    pub r: f64,
    /// The lower end of the 95 % bootstrap interval.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// What use says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Figures {
    /// Submitted scorecards in which it was asked.
    pub asked: u32,
    /// Submitted scorecards in which it was not asked.
    pub not_asked: u32,
    /// How often the answer could not be judged.
    pub could_not_judge: u32,
    /// How often each level was given, level 1 first.
    #[ts(type = "[number, number, number, number, number]")]
    pub levels: [u32; 5],
    /// How often a level was given.
    pub rated: u32,
    /// How long it took; none while no time was kept.
    pub time: Option<TimeTaken>,
    /// Complete scorecards of the version that was used most; a correlation needs 30.
    pub complete: u32,
    /// How it goes with the others; none below 30, or where all ratings are the same.
    pub correlation: Option<Correlation>,
}

/// Makes the figures. `seed` is for the bootstrap: the same seed gives the same interval.
#[must_use]
pub fn figures(uses: &[Use], seed: u64) -> Figures {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let rated: Vec<Level> = uses.iter().filter_map(|one| one.rating.and_then(Rating::level)).collect();
    let having = |rating: Rating| count(uses.iter().filter(|one| one.rating == Some(rating)).count());
    let not_asked = |one: &&Use| one.rating == Some(Rating::NotAsked) || one.rating.is_none() && one.spent_seconds == 0;
    let skipped = uses.iter().filter(not_asked).count();
    let pairs = pairs(uses);
    Figures {
        asked: count(uses.len() - skipped),
        not_asked: count(skipped),
        could_not_judge: having(Rating::CouldNotJudge),
        levels: Level::ALL.map(|level| count(rated.iter().filter(|given| **given == level).count())),
        rated: count(rated.len()),
        time: time(uses),
        complete: count(pairs.len()),
        correlation: (pairs.len() >= SCORECARDS_MIN).then(|| correlation(&pairs, seed)).flatten(),
    }
}

fn time(uses: &[Use]) -> Option<TimeTaken> {
    let kept: Vec<&Use> =
        uses.iter().filter(|one| one.spent_seconds > 0 && one.rating != Some(Rating::NotAsked)).collect();
    let mut seconds: Vec<u32> = kept.iter().map(|one| one.spent_seconds).collect();
    seconds.sort_unstable();
    let middle = seconds.len() / 2;
    let upper = *seconds.get(middle)?;
    let median = if seconds.len() % 2 == 1 { upper } else { u32::midpoint(seconds[middle - 1], upper) };
    let longer =
        kept.iter().filter(|one| one.planned_minutes > 0 && one.spent_seconds > one.planned_minutes.saturating_mul(60));
    Some(TimeTaken {
        n: u32::try_from(kept.len()).unwrap_or(u32::MAX),
        median_seconds: median,
        planned_minutes: kept.last().map_or(0, |one| one.planned_minutes),
        longer: u32::try_from(longer.count()).unwrap_or(u32::MAX),
    })
}

/// The level and the mean of the others, for the complete scorecards of the version that has most of them.
fn pairs(uses: &[Use]) -> Vec<(f64, f64)> {
    let mut versions: BTreeMap<&str, Vec<(f64, f64)>> = BTreeMap::new();
    for one in uses.iter().filter(|one| one.complete && !one.others.is_empty()) {
        let Some(level) = one.rating.and_then(Rating::level) else { continue };
        let sum: u32 = one.others.iter().map(|other| u32::from(other.number())).sum();
        #[allow(clippy::cast_precision_loss, reason = "a scorecard has a handful of questions")]
        let mean = f64::from(sum) / one.others.len() as f64;
        versions.entry(&one.version).or_default().push((f64::from(level.number()), mean));
    }
    versions.into_values().max_by_key(Vec::len).unwrap_or_default()
}

/// Pearson's r; none where one side is the same throughout.
fn pearson(pairs: &[(f64, f64)]) -> Option<f64> {
    #[allow(clippy::cast_precision_loss, reason = "far fewer scorecards than 2 to the power of 52")]
    let n = pairs.len() as f64;
    let (x, y) = pairs.iter().fold((0.0, 0.0), |(x, y), pair| (x + pair.0, y + pair.1));
    let (x, y) = (x / n, y / n);
    let (mut xy, mut xx, mut yy) = (0.0, 0.0, 0.0);
    for (a, b) in pairs {
        xy += (a - x) * (b - y);
        xx += (a - x) * (a - x);
        yy += (b - y) * (b - y);
    }
    let spread = (xx * yy).sqrt();
    (spread > 1e-12).then(|| (xy / spread).clamp(-1.0, 1.0))
}

fn correlation(pairs: &[(f64, f64)], seed: u64) -> Option<Correlation> {
    let r = pearson(pairs)?;
    let drawn = |places: &[usize]| pearson(&places.iter().map(|place| pairs[*place]).collect::<Vec<_>>());
    let [low, high] = bootstrap::interval(pairs.len(), seed, drawn)?;
    Some(Correlation { n: u32::try_from(pairs.len()).unwrap_or(u32::MAX), r, low, high })
}

#[cfg(test)]
mod tests;
