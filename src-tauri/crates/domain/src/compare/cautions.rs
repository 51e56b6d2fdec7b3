//! What a reader must know before comparing: who was asked what, what is missing, and which must-have is not met.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CandidateRecord, submitted};
use crate::{
    formula,
    ids::CandidateId,
    independence::{Reader, Veil, veil},
    interview::Interview,
    kit::Role,
    means::sums,
    rating::{Level, Rating},
    shared::{ImportedTogether, imported, together},
    text::isolate,
};

/// So many titles are named; the rest are counted.
const NAMED: usize = 3;

/// One thing that a reader must know before comparing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Caution {
    /// Whom it is about; none where it is about all of them.
    pub candidate_id: Option<CandidateId>,
    /// What it is.
    pub fact: CautionFact,
    /// The same in words, without whose it is.
    pub words: String,
}

/// What a caution says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CautionFact {
    /// The candidates are interviewed for different roles.
    OtherRoles,
    /// Not everyone was asked the same kit in the same version.
    OtherKits,
    /// There is no interview.
    NoInterview,
    /// So many scorecards are not submitted.
    Open(u32),
    /// Hidden until the reader submits their own scorecard on this candidate.
    UntilOwn,
    /// Hidden until the reader submits their scorecard on the candidate of this name; empty where nobody is named.
    UntilRound(String),
    /// Was asked these kits, which is not what most were asked.
    Asked(Vec<AskedKit>),
    /// Nothing is rated in what was submitted.
    NothingRated,
    /// What was imported stands beside.
    Imported(ImportedTogether),
    /// Required questions that nobody asked.
    Unasked(UnaskedQuestions),
    /// A must-have is not met.
    Missed(MissedMustHave),
}

/// A kit that was asked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct AskedKit {
    /// Its title.
    pub title: String,
    /// Its version, from 1.
    pub version: u32,
}

/// Required questions that nobody asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnaskedQuestions {
    /// The titles of the first of them.
    pub titles: Vec<String>,
    /// How many more there are.
    pub more: u32,
}

/// A must-have whose mean falls short of the level that the role asks for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct MissedMustHave {
    /// The competency's name.
    pub competency: String,
    /// The level that the role asks for.
    #[ts(type = "1 | 2 | 3 | 4 | 5")]
    pub level: Level,
    /// The mean, from 1 to 5; none where it is not rated.
    pub mean: Option<f64>,
}

impl CautionFact {
    /// In words, without whose it is.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::OtherRoles => "These candidates are interviewed for different roles.".to_owned(),
            Self::OtherKits => {
                "Not everyone was asked the same questions: the kits, or their versions, differ. Compare like with like."
                    .to_owned()
            }
            Self::NoInterview => "no interview yet.".to_owned(),
            Self::Open(1) => "one scorecard is not submitted yet.".to_owned(),
            Self::Open(more) => format!("{more} scorecards are not submitted yet."),
            Self::UntilOwn => "ratings are hidden until you submit your own scorecard.".to_owned(),
            Self::UntilRound(candidate) if candidate.is_empty() => {
                "ratings are hidden until you submit your scorecard on another candidate of this round.".to_owned()
            }
            Self::UntilRound(candidate) => {
                format!("ratings are hidden until you submit your scorecard on {}.", isolate(candidate))
            }
            Self::Asked(kits) => {
                let kit = |kit: &AskedKit| format!("{} (version {})", isolate(&kit.title), kit.version);
                format!("was asked {}.", kits.iter().map(kit).collect::<Vec<_>>().join(", "))
            }
            Self::NothingRated => "nothing is rated in what was submitted.".to_owned(),
            Self::Imported(together) => together.words(),
            Self::Unasked(UnaskedQuestions { titles, more }) => {
                let named = titles.iter().map(|title| format!("“{}”", isolate(title))).collect::<Vec<_>>().join(", ");
                match (titles.len(), more) {
                    (1, 0) => format!("a required question was not asked: {named}."),
                    (_, 0) => format!("required questions were not asked: {named}."),
                    (_, more) => format!("required questions were not asked: {named} and {more} more."),
                }
            }
            Self::Missed(MissedMustHave { competency, level, mean }) => {
                let (name, level) = (isolate(competency), level.number());
                match mean {
                    None => format!("{name} is a must-have at {level}, and it is not rated."),
                    Some(mean) => {
                        format!("{name} is a must-have at {level}, and the mean is {}.", formula::printed(*mean))
                    }
                }
            }
        }
    }

    /// Said of a candidate, or of all of them.
    #[must_use]
    pub fn about(self, candidate_id: Option<CandidateId>) -> Caution {
        Caution { candidate_id, words: self.words(), fact: self }
    }
}

pub(super) fn cautions(records: &[CandidateRecord], reader: Option<&Reader>) -> Vec<Caution> {
    let mut found = Vec::new();
    if records.iter().any(|r| r.role.id != records[0].role.id) {
        found.push(CautionFact::OtherRoles.about(None));
    }
    let usual = usual_kits(records, reader);
    if usual.is_some() {
        found.push(CautionFact::OtherKits.about(None));
    }
    for record in records {
        let open = record.interviews.iter().filter(|i| i.owes_scorecard()).count();
        let of_others = || match open {
            0 if record.interviews.is_empty() => Some(CautionFact::NoInterview),
            0 => None,
            open => Some(CautionFact::Open(u32::try_from(open).unwrap_or(u32::MAX))),
        };
        let veil = veil(record, reader);
        let said = match &veil {
            Some(Veil::Own) => Some(CautionFact::UntilOwn),
            Some(Veil::Round { candidate }) => Some(CautionFact::UntilRound(candidate.clone())),
            None => of_others(),
        };
        let held: Vec<&Interview> = submitted(record, reader).collect();
        let mut all: Vec<CautionFact> = said.into_iter().collect();
        if usual.as_ref().is_some_and(|usual| !held.is_empty() && kits(&held) != *usual) {
            all.push(CautionFact::Asked(kits(&held).into_iter().map(|(_, kit)| kit).collect()));
        }
        if !held.is_empty() && held.iter().all(|interview| sums(interview).iter().all(|sum| sum.rated == 0)) {
            all.push(CautionFact::NothingRated);
        }
        if veil.is_none() {
            all.extend(together(&imported(&record.imported)).map(CautionFact::Imported));
        }
        all.extend(unasked(&held).map(CautionFact::Unasked));
        all.extend(missed(&held, &record.role).map(CautionFact::Missed));
        found.extend(all.into_iter().map(|fact| fact.about(Some(record.candidate.id.clone()))));
    }
    found
}

/// A candidate's kits, each with its content's hash.
fn kits(held: &[&Interview]) -> Vec<(String, AskedKit)> {
    let kit = |i: &Interview| AskedKit { title: i.content.kit.title.clone(), version: i.kit_version };
    let mut all: Vec<_> = held.iter().map(|i| (i.kit_hash.clone(), kit(i))).collect();
    all.sort();
    all.dedup();
    all
}

/// The kits that most were asked, where not everyone was asked the same.
fn usual_kits(records: &[CandidateRecord], reader: Option<&Reader>) -> Option<Vec<(String, AskedKit)>> {
    let of = |record| kits(&submitted(record, reader).collect::<Vec<_>>());
    let all: Vec<_> = records.iter().map(of).filter(|kits| !kits.is_empty()).collect();
    let usual = all.iter().max_by_key(|one| all.iter().filter(|other| other == one).count())?;
    let differ = all.iter().any(|one| one != usual);
    // Where as many were asked the one as the other, both are named.
    let half = all.iter().filter(|one| *one == usual).count() * 2 <= all.len();
    differ.then(|| if half { Vec::new() } else { usual.clone() })
}

/// Required questions that nobody asked the candidate.
fn unasked(held: &[&Interview]) -> Option<UnaskedQuestions> {
    let asked = |interview: &Interview, id: &crate::ids::QuestionId| {
        let record = interview.records.iter().find(|record| record.question_id == *id);
        record.is_some_and(|r| r.rating.map_or(r.spent_seconds > 0, |rating| rating != Rating::NotAsked))
    };
    let mut titles: Vec<String> = Vec::new();
    for question in held.iter().flat_map(|i| i.content.questions.iter().filter(|q| i.content.is_required(&q.id))) {
        if !held.iter().any(|interview| asked(interview, &question.id)) && !titles.contains(&question.title) {
            titles.push(question.title.clone());
        }
    }
    let more = u32::try_from(titles.len().saturating_sub(NAMED)).unwrap_or(u32::MAX);
    titles.truncate(NAMED);
    (!titles.is_empty()).then_some(UnaskedQuestions { titles, more })
}

/// Must-haves whose mean falls short of the level that the role asks for.
fn missed<'r>(held: &[&Interview], role: &'r Role) -> impl Iterator<Item = MissedMustHave> + use<'r> {
    let figures = formula::figures(held, role.competencies.iter().map(|competency| &competency.id));
    let any = !held.is_empty();
    role.competencies.iter().zip(figures).filter_map(move |(competency, figure)| {
        let level = competency.must_have.filter(|_| any)?;
        let falls_short = figure.mean.is_none_or(|mean| mean < f64::from(level.number()));
        let name = competency.name.clone();
        falls_short.then_some(MissedMustHave { competency: name, level, mean: figure.mean })
    })
}
