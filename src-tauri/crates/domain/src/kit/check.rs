//! Whether a kit can be published, how it fits its slot, and what of its role it covers.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Kit, Role};
use crate::{
    ids::{CompetencyId, QuestionId},
    question::{Gap, Question},
    text::count,
};

/// Shortest and longest slot, in minutes.
const SLOT: std::ops::RangeInclusive<u32> = 5..=480;

/// One question of a kit, as the bank has it now.
#[derive(Debug, Clone)]
pub struct KitItem<'a> {
    /// The version that counts; none if it is not in the bank any more.
    pub question: Option<&'a Question>,
    /// Whether it was put away.
    pub archived: bool,
    /// Whether it is known outside.
    pub leaked: bool,
}

/// Something to look at before publishing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KitProblem {
    /// What, and what to do.
    pub what: String,
    /// The question that it is about; none for the kit as a whole.
    pub question_id: Option<QuestionId>,
    /// Whether the kit cannot be published so.
    pub stops: bool,
}

/// How much of a kit asks about one competency of its role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KitCoverage {
    /// The competency.
    pub competency_id: CompetencyId,
    /// Its name.
    pub name: String,
    /// Questions that every candidate is asked.
    pub required: u32,
    /// Questions that may be left out.
    pub optional: u32,
    /// Their minutes, together.
    pub minutes: u32,
}

/// What a check of a kit says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KitCheck {
    /// What to look at, what stops publishing first.
    pub problems: Vec<KitProblem>,
    /// Minutes of the questions that every candidate is asked.
    pub required_minutes: u32,
    /// Minutes of the questions that may be left out.
    pub optional_minutes: u32,
    /// Minutes of the slot that neither the required questions nor the candidate's own need; negative where they do not fit.
    pub free_minutes: i64,
    /// A line for each competency of the role, in its order.
    pub coverage: Vec<KitCoverage>,
}

impl KitCheck {
    /// Whether the kit can be published.
    #[must_use]
    pub fn is_publishable(&self) -> bool {
        self.problems.iter().all(|problem| !problem.stops)
    }
}

/// Checks a kit. `items` are its questions, in its order; `role` is none if there is no such role.
#[must_use]
pub fn check(kit: &Kit, role: Option<&Role>, items: &[KitItem<'_>]) -> KitCheck {
    let mut problems = Vec::new();
    let mut tell = |stops: bool, question_id: Option<&QuestionId>, what: String| {
        problems.push(KitProblem { what, question_id: question_id.cloned(), stops });
    };
    if kit.title.trim().is_empty() {
        tell(true, None, "The kit has no title. Type one.".to_owned());
    }
    if !SLOT.contains(&kit.slot_minutes) {
        let what = format!(
            "The meeting has {}. Choose {} to {}.",
            count(kit.slot_minutes, "minute"),
            SLOT.start(),
            SLOT.end()
        );
        tell(true, None, what);
    }
    if role.is_none() {
        tell(true, None, "The kit is for no role. Choose one.".to_owned());
    }
    if !kit.questions.iter().any(|place| place.required) {
        tell(
            true,
            None,
            "No question is required. Every candidate must be asked the same: mark at least one.".to_owned(),
        );
    }
    for (what, script) in [("an opening", &kit.opening), ("a closing", &kit.closing)] {
        if script.trim().is_empty() {
            tell(false, None, format!("The kit has no text for {what}. Write what is said to every candidate."));
        }
    }
    let planned = |place: &super::KitQuestion, item: &KitItem<'_>| {
        // No meeting has more; a draft may say anything, and the sum must not overflow.
        place.minutes.or(item.question.map(|question| question.minutes)).unwrap_or(0).min(100_000)
    };
    for (n, (place, item)) in kit.questions.iter().zip(items).enumerate() {
        let id = Some(&place.question_id);
        if kit.questions[..n].iter().any(|other| other.question_id == place.question_id) {
            tell(true, id, "This question is in the kit twice. Take one out.".to_owned());
        }
        let Some(question) = item.question else {
            tell(true, id, "This question is no longer in the bank. Take it out.".to_owned());
            continue;
        };
        let known = role.is_none_or(|role| role.competencies.iter().any(|c| c.id == question.competency));
        if !known && !question.competency.as_str().is_empty() {
            tell(true, id, "The role does not have this question's competency. Choose one of its own.".to_owned());
        }
        for gap in question.gaps() {
            // A time that the kit gives is a time.
            if gap == Gap::Minutes && place.minutes.is_some_and(|minutes| minutes > 0) {
                continue;
            }
            tell(gap.stops_publishing(), id, lacks(gap).to_owned());
        }
        if item.archived {
            tell(false, id, "This question was put away. Bring it back, or take it out.".to_owned());
        }
        if item.leaked {
            tell(false, id, "This question is known outside. Ask another one.".to_owned());
        }
    }
    let places = || kit.questions.iter().zip(items);
    let sum = |required: bool| {
        places().filter(|(place, _)| place.required == required).map(|(place, item)| planned(place, item)).sum::<u32>()
    };
    let (required_minutes, optional_minutes) = (sum(true), sum(false));
    let needed = i64::from(required_minutes) + i64::from(kit.candidate_minutes.unwrap_or(0));
    let free_minutes = i64::from(kit.slot_minutes) - needed;
    if free_minutes < 0 {
        let what = format!(
            "What every candidate is asked needs {}, the meeting has {}. Take something out, or plan a longer meeting.",
            count(needed, "minute"),
            kit.slot_minutes
        );
        tell(false, None, what);
    }
    let coverage: Vec<KitCoverage> = role.map_or_else(Vec::new, |role| {
        let line = |competency: &super::Competency| {
            let asks = |item: &KitItem<'_>| item.question.is_some_and(|q| q.competency == competency.id);
            let count = |required: bool| {
                let asked = places().filter(|(place, item)| place.required == required && asks(item)).count();
                u32::try_from(asked).unwrap_or(u32::MAX)
            };
            KitCoverage {
                competency_id: competency.id.clone(),
                name: competency.name.clone(),
                required: count(true),
                optional: count(false),
                minutes: places().filter(|(_, item)| asks(item)).map(|(place, item)| planned(place, item)).sum(),
            }
        };
        role.competencies.iter().map(line).collect()
    });
    for line in coverage.iter().filter(|line| line.required == 0) {
        let what = format!("No required question asks about {}. Add one, or leave it to another meeting.", line.name);
        tell(false, None, what);
    }
    problems.sort_by_key(|problem| !problem.stops);
    KitCheck { problems, required_minutes, optional_minutes, free_minutes, coverage }
}

fn lacks(gap: Gap) -> &'static str {
    match gap {
        Gap::Competency => "This question counts for no competency. Choose one.",
        Gap::Minutes => "This question has no planned time. Give it minutes, here or in the bank.",
        Gap::Type => "Nobody has said what this question asks to be shown.",
        Gap::Indicators => "This question has no good signals.",
        Gap::RedFlags => "This question has no red flags.",
        Gap::Probes => "This question has no planned probes.",
        Gap::Anchors => "This question lacks anchors: interviewers will rate it by the general scale.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{content, role};

    fn checked(change: impl FnOnce(&mut Kit, &mut Vec<Question>)) -> KitCheck {
        let mut content = content();
        content.kit.opening = "Welcome.".to_owned();
        content.kit.closing = "Thank you.".to_owned();
        for question in &mut content.questions {
            question.probes = vec!["And then?".to_owned()];
        }
        change(&mut content.kit, &mut content.questions);
        let questions = content.questions;
        let items: Vec<_> = questions
            .iter()
            .map(|question| KitItem {
                question: Some(question).filter(|question| question.title != "gone"),
                archived: question.title == "archived",
                leaked: question.title == "leaked",
            })
            .collect();
        check(&content.kit, Some(&role()), &items)
    }

    fn told(check: &KitCheck) -> Vec<(bool, &str)> {
        check.problems.iter().map(|p| (p.stops, p.what.split('.').next().unwrap_or_default())).collect()
    }

    #[test]
    fn a_sound_kit_is_published_and_says_what_it_covers() {
        let check = checked(|kit, _| kit.candidate_minutes = Some(5));
        assert_eq!(told(&check), [(false, "No required question asks about Communication")]);
        assert!(check.is_publishable());
        assert_eq!((check.required_minutes, check.optional_minutes, check.free_minutes), (10, 5, 15));
        let coverage: Vec<_> =
            check.coverage.iter().map(|c| (c.name.as_str(), c.required, c.optional, c.minutes)).collect();
        assert_eq!(coverage, [("Craft", 2, 0, 10), ("Communication", 0, 1, 5)]);
    }

    #[test]
    fn what_stops_publishing_and_what_only_warns() {
        type Change = fn(&mut Kit, &mut Vec<Question>);
        let table: &[(bool, &str, Change)] = &[
            (true, "The kit has no title", |kit, _| kit.title = " ".to_owned()),
            (true, "The meeting has 4 minutes", |kit, _| kit.slot_minutes = 4),
            (true, "No question is required", |kit, _| kit.questions.iter_mut().for_each(|q| q.required = false)),
            (true, "This question is in the kit twice", |kit, q| {
                kit.questions.push(kit.questions[0].clone());
                q.push(q[0].clone());
            }),
            (true, "This question is no longer in the bank", |_, q| q[0].title = "gone".to_owned()),
            (true, "The role does not have this question's competency", |_, q| q[0].competency = "other".into()),
            (true, "This question counts for no competency", |_, q| q[0].competency = "".into()),
            (true, "This question has no planned time", |_, q| q[0].minutes = 0),
            (false, "This question lacks anchors: interviewers will rate it by the general scale", |_, q| {
                q[0].anchors[1].clear();
            }),
            (false, "This question was put away", |_, q| q[0].title = "archived".to_owned()),
            (false, "This question is known outside", |_, q| q[0].title = "leaked".to_owned()),
            (false, "The kit has no text for an opening", |kit, _| kit.opening.clear()),
            (false, "What every candidate is asked needs 105 minutes, the meeting has 30", |kit, _| {
                kit.questions[0].minutes = Some(100);
            }),
        ];
        for (stops, what, change) in table {
            let check = checked(change);
            assert!(told(&check).contains(&(*stops, *what)), "{what}: {:?}", told(&check));
            assert_eq!(check.is_publishable(), !stops, "{what}");
        }
        let timed = checked(|kit, q| {
            q[0].minutes = 0;
            kit.questions[0].minutes = Some(4);
        });
        assert!(timed.is_publishable(), "minutes that the kit gives are enough");
    }
}
