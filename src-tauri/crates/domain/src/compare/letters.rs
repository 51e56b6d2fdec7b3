//! What candidates are called while their names are hidden.

use std::collections::{HashMap, HashSet};

use crate::{
    compare::{CandidateRecord, CautionFact, CompareTable},
    ids::CandidateId,
    packet::letter,
};

/// What is said of letters that are of one comparison alone.
pub const OWN_LETTERS: &str = "These candidates are of several rounds, so the letters are of this comparison alone: their packets may have others.";
/// What is said above candidates of whom one at least is made up, for a demonstration.
pub const SAMPLE: &str = "Sample data: these people are made up";

/// A letter a candidate, in the order of the records, and whether the letters are of this comparison alone. `places` are the
/// candidates' places in their rounds, from 0: whoever has a letter in a packet has it here.
///
/// Where two would share one, since they are of several rounds, or where a place is not known, all of them get letters in the
/// order in which they were added, which tells no name and does not hang on the order that was asked for.
#[must_use]
pub fn letters(records: &[CandidateRecord], places: &[usize]) -> (Vec<String>, bool) {
    let distinct: HashSet<&usize> = places.iter().collect();
    if places.len() == records.len() && distinct.len() == records.len() {
        return (places.iter().map(|place| letter(*place)).collect(), false);
    }
    let when = |of: &CandidateRecord| (of.candidate.added_at, of.candidate.id.clone());
    let before = |of: &CandidateRecord| records.iter().filter(|other| when(other) < when(of)).count();
    (records.iter().map(|record| letter(before(record))).collect(), true)
}

impl CompareTable {
    /// Names nobody any more, where the candidates have their letters for names. The interviewers are called by letters too, in
    /// the order of their scorecards, as a packet with hidden names does: who talked to somebody tells whom they talked to. Quotes
    /// go: whom they name is decided one by one, for a packet. So does the name in a caution of whom the reader still owes. The
    /// ids are of this table alone, a candidate's the letter: those that everything else has would name everybody again.
    pub fn name_nobody(&mut self) {
        for caution in &mut self.cautions {
            if let CautionFact::UntilRound(_) = caution.fact {
                *caution = CautionFact::UntilRound(String::new()).about(caution.candidate_id.take());
            }
        }
        let mut known: Vec<String> = Vec::new();
        let mut hide = |name: &mut String| {
            let at = known.iter().position(|one| one == name).unwrap_or_else(|| {
                known.push(name.clone());
                known.len() - 1
            });
            *name = format!("Interviewer {}", letter(at));
        };
        self.scorecards.iter_mut().for_each(|card| hide(&mut card.interviewer));
        let opinions = self.candidates.iter_mut().flat_map(|candidate| &mut candidate.opinions);
        opinions.for_each(|opinion| hide(&mut opinion.interviewer));
        self.questions.iter_mut().flat_map(|row| &mut row.cells).for_each(|cell| cell.quote = None);
        let without = self.order.firmness.iter_mut().flat_map(|firm| &mut firm.without);
        for without in without {
            hide(&mut without.interviewer);
            without.interviewer_id = without.interviewer.as_str().into();
        }
        for (card, number) in self.scorecards.iter_mut().zip(1..) {
            card.interview_id = format!("{number}").into();
        }
        let letters: HashMap<CandidateId, CandidateId> =
            self.candidates.iter().map(|one| (one.id.clone(), one.name.as_str().into())).collect();
        for id in self.candidate_ids() {
            // Whoever has no column has no letter either.
            *id = letters.get(id).cloned().unwrap_or_else(|| "".into());
        }
    }

    /// Every place that has a candidate's id.
    fn candidate_ids(&mut self) -> impl Iterator<Item = &mut CandidateId> {
        let order = &mut self.order;
        let lacks = order.comparable.left_out.iter_mut().flat_map(|out| &mut out.lacks);
        let firm = order.firmness.iter_mut().flat_map(|firm| {
            let without = firm.without.iter_mut().flat_map(|one| one.first.iter_mut().chain(&mut one.dropped));
            let shares = firm.shares.iter_mut().map(|one| &mut one.candidate_id);
            let tipping = firm.tipping.iter_mut().map(|one| &mut one.candidate_id);
            firm.first.iter_mut().chain(shares).chain(tipping).chain(without)
        });
        let columns = self.candidates.iter_mut().map(|one| &mut one.id);
        columns
            .chain(self.cautions.iter_mut().filter_map(|one| one.candidate_id.as_mut()))
            .chain(lacks.map(|lack| &mut lack.candidate_id))
            .chain(order.placed.iter_mut().map(|one| &mut one.candidate_id))
            .chain(order.groups.iter_mut().flatten())
            .chain(firm)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::record;

    fn people() -> Vec<CandidateRecord> {
        [("Zoe", 1), ("Ana", 2), ("Bo", 3)]
            .into_iter()
            .map(|(name, second)| {
                let mut one = record(name, vec![]);
                one.candidate.added_at = jiff::Timestamp::from_second(second).unwrap();
                one
            })
            .collect()
    }

    #[test]
    fn a_letter_is_that_of_the_place_in_the_round_in_whatever_order_they_are_compared() {
        let mut people = people();
        assert_eq!(letters(&people, &[4, 0, 26]), (["E", "A", "AA"].map(str::to_owned).to_vec(), false));
        people.swap(0, 1);
        assert_eq!(letters(&people, &[0, 4, 26]), (["A", "E", "AA"].map(str::to_owned).to_vec(), false));
    }

    #[test]
    fn two_of_several_rounds_never_share_a_letter_and_it_is_said() {
        let mut people = people();
        assert_eq!(letters(&people, &[0, 0, 1]), (["A", "B", "C"].map(str::to_owned).to_vec(), true));
        people.reverse();
        assert_eq!(
            letters(&people, &[1, 0, 0]),
            (["C", "B", "A"].map(str::to_owned).to_vec(), true),
            "by when, not by name"
        );
    }
}
