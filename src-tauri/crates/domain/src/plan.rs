//! The plan: whether the questions still fit the time, and which optional one to drop so that the required do.
//!
//! The rule, in the order in which it is worked out:
//!
//! 1. *Time for questions* = slot − late start − early end + more time − breaks. Pauses are no part of the elapsed time,
//!    so a pause moves the end of the slot along; a slot that cannot move is told as an earlier end.
//! 2. A question is *planned* with its minutes. More time agreed for the candidate gives each its part of it.
//! 3. A question is *settled* when it is rated ("not asked" and "could not judge" included) or was skipped. What it
//!    still *needs* is nothing then, and else its planned time less the time spent on it, never below nothing.
//! 4. *Left* = time for questions − elapsed, never below nothing.
//! 5. The required fit when what they still need is at most what is left.
//! 6. While required and optional together need more than is left, one optional question is named to drop next: one that
//!    is not settled and still needs time; first one that nobody has spent time on, then one whose competency another
//!    question covers, then the last in the kit's order. Drop it (mark it skipped or not asked) and ask again.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    ids::{CompetencyId, QuestionId},
    interview::Interview,
    rating::Rating,
    record::DeviationKind,
};

/// The time of a meeting, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// How long the kit's meeting is.
    pub minutes: u32,
    /// How late it began.
    pub late: u32,
    /// How much earlier it must end.
    pub early: u32,
    /// More time agreed for the candidate.
    pub more: u32,
    /// Breaks agreed for the candidate.
    pub breaks: u32,
}

/// A question as the plan sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanQuestion {
    /// The question.
    pub id: QuestionId,
    /// Whether the kit asks it of every candidate.
    pub required: bool,
    /// What its rating counts for.
    pub competency: CompetencyId,
    /// Its minutes.
    pub minutes: u32,
    /// Time spent on it, in seconds.
    pub spent: u32,
    /// Whether nothing is left to do with it.
    pub settled: bool,
    /// Whether it was passed over: it covers nothing.
    pub passed_over: bool,
}

/// One question in the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlannedQuestion {
    /// The question.
    pub question_id: QuestionId,
    /// Its planned time, in seconds.
    pub planned_seconds: u32,
    /// Time spent on it, in seconds.
    pub spent_seconds: u32,
    /// What it still needs, in seconds.
    pub needs_seconds: u32,
}

/// How the questions fit the time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Plan {
    /// Time for questions, in seconds.
    pub slot_seconds: u32,
    /// How long the interview has lasted without pauses, in seconds.
    pub elapsed_seconds: u32,
    /// What is left, in seconds.
    pub left_seconds: u32,
    /// By how much the time is over, in seconds.
    pub over_seconds: u32,
    /// What the required questions still need, in seconds.
    pub required_seconds: u32,
    /// What the optional questions still need, in seconds.
    pub optional_seconds: u32,
    /// Whether the required questions fit what is left.
    pub required_fit: bool,
    /// How much the required questions lack even with every optional one dropped, in seconds.
    pub short_seconds: u32,
    /// The optional question to drop next so that the required fit; none while all fit or none is left to drop.
    pub drop_next: Option<QuestionId>,
    /// The questions, in the kit's order.
    pub questions: Vec<PlannedQuestion>,
}

/// Works out the plan.
#[must_use]
pub fn plan(questions: &[PlanQuestion], slot: Slot, elapsed_seconds: u32) -> Plan {
    let lost = slot.late.saturating_add(slot.early).saturating_add(slot.breaks);
    let minutes = slot.minutes.saturating_add(slot.more).saturating_sub(lost);
    let slot_seconds = minutes.saturating_mul(60);
    let left_seconds = slot_seconds.saturating_sub(elapsed_seconds);
    let planned: Vec<PlannedQuestion> = questions.iter().map(|q| planned(q, slot)).collect();
    let sum = |required: bool| {
        let of = questions.iter().zip(&planned).filter(|(q, _)| q.required == required);
        of.map(|(_, p)| p.needs_seconds).fold(0, u32::saturating_add)
    };
    let (required_seconds, optional_seconds) = (sum(true), sum(false));
    let crowded = required_seconds.saturating_add(optional_seconds) > left_seconds;
    Plan {
        slot_seconds,
        elapsed_seconds,
        left_seconds,
        over_seconds: elapsed_seconds.saturating_sub(slot_seconds),
        required_seconds,
        optional_seconds,
        required_fit: required_seconds <= left_seconds,
        short_seconds: required_seconds.saturating_sub(left_seconds),
        drop_next: if crowded { drop_next(questions, &planned) } else { None },
        questions: planned,
    }
}

fn planned(question: &PlanQuestion, slot: Slot) -> PlannedQuestion {
    let (own, base) = (u64::from(question.minutes) * 60, u64::from(slot.minutes.max(1)));
    let planned_seconds = u32::try_from(own * (base + u64::from(slot.more)) / base).unwrap_or(u32::MAX);
    PlannedQuestion {
        question_id: question.id.clone(),
        planned_seconds,
        spent_seconds: question.spent,
        needs_seconds: if question.settled { 0 } else { planned_seconds.saturating_sub(question.spent) },
    }
}

fn drop_next(questions: &[PlanQuestion], planned: &[PlannedQuestion]) -> Option<QuestionId> {
    let covered = |q: &PlanQuestion| {
        questions.iter().any(|other| other.id != q.id && other.competency == q.competency && !other.passed_over)
    };
    let droppable = questions.iter().zip(planned).enumerate().filter(|(_, (q, p))| !q.required && p.needs_seconds > 0);
    droppable.max_by_key(|(place, (q, _))| (q.spent == 0, covered(q), *place)).map(|(_, (q, _))| q.id.clone())
}

/// The plan of an interview that has lasted `elapsed_seconds`.
#[must_use]
pub fn of(interview: &Interview, elapsed_seconds: u32) -> Plan {
    let record = |id: &QuestionId| interview.records.iter().find(|r| r.question_id == *id);
    let questions: Vec<PlanQuestion> = interview
        .content
        .questions
        .iter()
        .map(|question| {
            let record = record(&question.id);
            let skipped = record
                .and_then(|r| r.deviation.as_ref())
                .is_some_and(|deviation| deviation.kind == DeviationKind::Skipped);
            PlanQuestion {
                id: question.id.clone(),
                required: interview.content.is_required(&question.id),
                competency: question.competency.clone(),
                minutes: interview.content.minutes_of(question),
                spent: record.map_or(0, |r| r.spent_seconds),
                settled: record.is_some_and(|r| r.settled()),
                passed_over: skipped || record.is_some_and(|r| r.rating == Some(Rating::NotAsked)),
            }
        })
        .collect();
    let meeting = &interview.meeting;
    let slot = Slot {
        minutes: interview.content.kit.slot_minutes,
        late: meeting.late_minutes,
        early: meeting.early_minutes,
        more: meeting.adjustments.more_minutes,
        breaks: meeting.adjustments.break_minutes,
    };
    plan(&questions, slot, elapsed_seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SLOT: Slot = Slot { minutes: 30, late: 0, early: 0, more: 0, breaks: 0 };

    /// Questions written as `name:competency:minutes:spent minutes`, with `!` for required, `=` for settled and `x` for
    /// passed over in front.
    fn questions(text: &str) -> Vec<PlanQuestion> {
        let one = |word: &str| {
            let name = word.trim_start_matches(['!', '=', 'x']);
            let marks = &word[..word.len() - name.len()];
            let parts: Vec<&str> = name.split(':').collect();
            PlanQuestion {
                id: parts[0].into(),
                required: marks.contains('!'),
                competency: parts[1].into(),
                minutes: parts[2].parse().unwrap(),
                spent: parts[3].parse::<u32>().unwrap() * 60,
                settled: marks.contains(['=', 'x']),
                passed_over: marks.contains('x'),
            }
        };
        text.split_whitespace().map(one).collect()
    }

    /// Left, needed by required and optional (in minutes), whether the required fit, and what to drop.
    fn said(text: &str, slot: Slot, elapsed: u32) -> String {
        let plan = plan(&questions(text), slot, elapsed * 60);
        let fit = if plan.required_fit { "fit".to_owned() } else { format!("{} short", plan.short_seconds / 60) };
        let drop = plan.drop_next.map_or_else(String::new, |id| format!(", drop {id}"));
        format!(
            "{} left, {}+{} needed, {fit}{drop}",
            plan.left_seconds / 60,
            plan.required_seconds / 60,
            plan.optional_seconds / 60
        )
    }

    #[test]
    fn the_plan_says_what_fits_and_what_to_drop() {
        let kit = "!a:craft:10:0 b:craft:5:0 !c:talk:10:0 d:depth:5:0";
        for (what, text, slot, elapsed, expected) in [
            ("all fit", kit, SLOT, 0, "30 left, 20+10 needed, fit"),
            (
                "a minute lost: the optional that is covered elsewhere goes",
                kit,
                SLOT,
                1,
                "29 left, 20+10 needed, fit, drop b",
            ),
            (
                "with b gone, d is all that is left to drop",
                "!a:craft:10:0 xb:craft:5:0 !c:talk:10:0 d:depth:5:0",
                SLOT,
                6,
                "24 left, 20+5 needed, fit, drop d",
            ),
            (
                "nothing left to drop",
                "!a:craft:10:0 xb:craft:5:0 !c:talk:10:0 xd:depth:5:0",
                SLOT,
                15,
                "15 left, 20+0 needed, 5 short",
            ),
            (
                "rated ones need nothing, whatever was spent",
                "!=a:craft:10:2 b:craft:5:0 !c:talk:10:0",
                SLOT,
                10,
                "20 left, 10+5 needed, fit",
            ),
            ("time spent counts", "!a:craft:10:8 b:craft:5:0 !c:talk:10:0", SLOT, 8, "22 left, 12+5 needed, fit"),
            ("more than planned was spent", "!a:craft:10:25 b:craft:5:0", SLOT, 25, "5 left, 0+5 needed, fit"),
            (
                "one that is under way is dropped last",
                "b:craft:5:0 e:craft:5:2 !c:talk:10:0",
                SLOT,
                16,
                "14 left, 10+8 needed, fit, drop b",
            ),
            (
                "the last of two alike",
                "!a:craft:10:0 b:craft:5:0 e:craft:5:0",
                SLOT,
                12,
                "18 left, 10+10 needed, fit, drop e",
            ),
            (
                "one that was passed over covers nothing",
                "!xa:craft:10:0 b:craft:5:0 e:talk:5:0 !c:talk:10:0",
                SLOT,
                20,
                "10 left, 10+10 needed, fit, drop e",
            ),
            ("late and early", kit, Slot { late: 4, early: 3, ..SLOT }, 0, "23 left, 20+10 needed, fit, drop b"),
            (
                "half as much again: time and questions grow alike",
                kit,
                Slot { more: 15, ..SLOT },
                0,
                "45 left, 30+15 needed, fit",
            ),
            ("breaks take from the slot", kit, Slot { breaks: 8, ..SLOT }, 0, "22 left, 20+10 needed, fit, drop b"),
            ("over", kit, SLOT, 40, "0 left, 20+10 needed, 20 short, drop b"),
            ("more lost than there was", kit, Slot { late: 50, ..SLOT }, 0, "0 left, 20+10 needed, 20 short, drop b"),
            ("no questions", "", SLOT, 5, "25 left, 0+0 needed, fit"),
        ] {
            assert_eq!(said(text, slot, elapsed), expected, "{what}");
        }
    }

    #[test]
    fn nothing_overflows() {
        let huge = Slot { minutes: u32::MAX, late: 0, early: 0, more: u32::MAX, breaks: 0 };
        let plan = plan(&questions("!a:craft:480:0 b:craft:480:0"), huge, u32::MAX);
        assert_eq!((plan.slot_seconds, plan.left_seconds), (u32::MAX, 0));
    }
}
