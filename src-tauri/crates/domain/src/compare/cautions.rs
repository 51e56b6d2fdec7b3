//! What a reader must know before comparing: who was asked what, what is missing, and which must-have is not met.

use super::{CandidateRecord, submitted};
use crate::{
    formula,
    independence::{Reader, Veil, veil},
    interview::Interview,
    kit::Role,
    means::sums,
    rating::Rating,
    shared::beside,
    text::isolate,
};

/// So many titles are named; the rest are counted.
const NAMED: usize = 3;

pub(super) fn cautions(records: &[CandidateRecord], reader: Option<&Reader>) -> Vec<String> {
    let mut found = Vec::new();
    if records.iter().any(|r| r.role.id != records[0].role.id) {
        found.push("These candidates are interviewed for different roles.".to_owned());
    }
    let usual = usual_kits(records, reader);
    if usual.is_some() {
        found.push(
            "Not everyone was asked the same questions: the kits, or their versions, differ. Compare like with like."
                .to_owned(),
        );
    }
    for record in records {
        let name = &record.candidate.name;
        let open = record.interviews.iter().filter(|i| i.owes_scorecard()).count();
        let of_others = || match open {
            0 if record.interviews.is_empty() => Some("no interview yet.".to_owned()),
            0 => None,
            1 => Some("one scorecard is not submitted yet.".to_owned()),
            more => Some(format!("{more} scorecards are not submitted yet.")),
        };
        let said = match veil(record, reader) {
            Some(Veil::Own) => Some("ratings are hidden until you submit your own scorecard.".to_owned()),
            Some(Veil::Round { candidate }) => {
                Some(format!("ratings are hidden until you submit your scorecard on {}.", isolate(&candidate)))
            }
            None => of_others(),
        };
        let held: Vec<&Interview> = submitted(record, reader).collect();
        let mut all: Vec<String> = said.into_iter().collect();
        if usual.as_ref().is_some_and(|usual| !held.is_empty() && kits(&held) != *usual) {
            all.push(format!(
                "was asked {}.",
                kits(&held).iter().map(|kit| kit.1.as_str()).collect::<Vec<_>>().join(", ")
            ));
        }
        if !held.is_empty() && held.iter().all(|interview| sums(interview).iter().all(|sum| sum.rated == 0)) {
            all.push("nothing is rated in what was submitted.".to_owned());
        }
        if veil(record, reader).is_none() {
            all.extend(beside(&record.imported));
        }
        all.extend(unasked(&held));
        all.extend(missed(&held, &record.role));
        found.extend(all.into_iter().map(|said| format!("{}: {said}", isolate(name))));
    }
    found
}

/// A candidate's kits: content hash, and title with its version in words.
fn kits(held: &[&Interview]) -> Vec<(String, String)> {
    let words = |i: &Interview| format!("{} (version {})", isolate(&i.content.kit.title), i.kit_version);
    let mut all: Vec<_> = held.iter().map(|i| (i.kit_hash.clone(), words(i))).collect();
    all.sort();
    all.dedup();
    all
}

/// The kits that most were asked, where not everyone was asked the same.
fn usual_kits(records: &[CandidateRecord], reader: Option<&Reader>) -> Option<Vec<(String, String)>> {
    let of = |record| kits(&submitted(record, reader).collect::<Vec<_>>());
    let all: Vec<_> = records.iter().map(of).filter(|kits| !kits.is_empty()).collect();
    let usual = all.iter().max_by_key(|one| all.iter().filter(|other| other == one).count())?;
    let differ = all.iter().any(|one| one != usual);
    // Where as many were asked the one as the other, both are named.
    let half = all.iter().filter(|one| *one == usual).count() * 2 <= all.len();
    differ.then(|| if half { Vec::new() } else { usual.clone() })
}

/// Required questions that nobody asked the candidate.
fn unasked(held: &[&Interview]) -> Option<String> {
    let asked = |interview: &Interview, id: &crate::ids::QuestionId| {
        let record = interview.records.iter().find(|record| record.question_id == *id);
        record.is_some_and(|r| r.rating.map_or(r.spent_seconds > 0, |rating| rating != Rating::NotAsked))
    };
    let mut titles: Vec<&str> = Vec::new();
    for question in held.iter().flat_map(|i| i.content.questions.iter().filter(|q| i.content.is_required(&q.id))) {
        if !held.iter().any(|interview| asked(interview, &question.id)) && !titles.contains(&question.title.as_str()) {
            titles.push(&question.title);
        }
    }
    let more = titles.len().saturating_sub(NAMED);
    let named = titles.iter().take(NAMED).map(|title| format!("“{}”", isolate(title))).collect::<Vec<_>>().join(", ");
    match (titles.len(), more) {
        (0, _) => None,
        (1, _) => Some(format!("a required question was not asked: {named}.")),
        (_, 0) => Some(format!("required questions were not asked: {named}.")),
        (_, more) => Some(format!("required questions were not asked: {named} and {more} more.")),
    }
}

/// Must-haves whose mean falls short of the level that the role asks for.
fn missed(held: &[&Interview], role: &Role) -> Vec<String> {
    let figures = formula::figures(held, role.competencies.iter().map(|competency| &competency.id));
    let line = |(competency, figure): (&crate::kit::Competency, &formula::CompetencyFigure)| {
        let level = competency.must_have.filter(|_| !held.is_empty())?.number();
        let name = isolate(&competency.name);
        match figure.mean {
            None => Some(format!("{name} is a must-have at {level}, and it is not rated.")),
            Some(mean) if mean < f64::from(level) => {
                Some(format!("{name} is a must-have at {level}, and the mean is {}.", formula::printed(mean)))
            }
            Some(_) => None,
        }
    };
    role.competencies.iter().zip(&figures).filter_map(line).collect()
}
