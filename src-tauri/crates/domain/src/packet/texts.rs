//! Every text of a packet with its place in words: one list for whoever looks for characters that cannot be drawn, and for
//! whoever takes names out.

use crate::{
    entry::{Entry, EntryKind},
    packet::Packet,
    text::isolate,
};

fn scorecard(name: &str) -> String {
    format!("{}'s scorecard", isolate(name))
}

fn kind(entry: &Entry) -> &'static str {
    match entry.kind {
        EntryKind::Note => "Note",
        EntryKind::Quote => "Quote",
        EntryKind::Good => "Good point",
        EntryKind::Concern => "Concern",
        EntryKind::FollowUp => "Follow-up",
        EntryKind::Code => "Code",
    }
}

/// The same walk, to read and to change.
macro_rules! walk {
    ($($m:tt)?) => {
        use super::{kind, scorecard};
        use crate::{
            answer::Answer,
            packet::{Change, CitedReason, Packet, PacketScorecard},
        };

        type See<'s, 'a> = &'s mut dyn FnMut(String, &'a $($m)? String);

        pub(super) fn printed<'a>(packet: &'a $($m)? Packet, see: See<'_, 'a>) {
            let names: Vec<String> = packet.panel.iter().map(|member| member.interviewer.clone()).collect();
            see("The candidate's name".to_owned(), &$($m)? packet.candidate);
            if let Some(text) = &$($m)? packet.beside {
                see("What tells the candidate from another of the name".to_owned(), text);
            }
            see("The role".to_owned(), &$($m)? packet.role);
            for decided in &$($m)? packet.decisions {
                let of = format!("of the decision, version {}", decided.number);
                let decision = &$($m)? decided.decision;
                see(format!("The level {of}"), &$($m)? decision.level);
                see(format!("The role {of}"), &$($m)? decision.role);
                see(format!("The reason {of}"), &$($m)? decision.reason);
                see(format!("Who recorded it, the name {of}"), &$($m)? decided.by);
                for one in &$($m)? decision.dissent {
                    see(format!("A name in the dissent {of}"), &$($m)? one.name);
                    see(format!("The dissent {of}"), &$($m)? one.words);
                }
            }
            for agreed in &$($m)? packet.agreed {
                see("The competency of an agreed rating".to_owned(), &$($m)? agreed.competency);
                see("The reason of an agreed rating".to_owned(), &$($m)? agreed.reason);
            }
            for one in &$($m)? packet.imported {
                see("The interviewer of an imported scorecard".to_owned(), &$($m)? one.interviewer);
                see("The interview of an imported scorecard".to_owned(), &$($m)? one.interview);
                for rating in &$($m)? one.ratings {
                    see("What an imported scorecard rates".to_owned(), &$($m)? rating.name);
                    see("A rating of an imported scorecard".to_owned(), &$($m)? rating.said);
                }
            }
            if let Some(text) = &$($m)? packet.retention {
                see("How long to keep it".to_owned(), text);
            }
            if let Some(rule) = &$($m)? packet.rule {
                see("The name of the retention rule".to_owned(), &$($m)? rule.title);
                see("The source of the retention rule".to_owned(), &$($m)? rule.source);
            }
            if let Some(own) = &$($m)? packet.own_copy {
                see("The purpose".to_owned(), &$($m)? own.purpose);
                see("The source".to_owned(), &$($m)? own.source);
                see("The recipients".to_owned(), &$($m)? own.recipients);
                if let Some(reason) = &$($m)? own.names_left_out {
                    see("Why names are left out".to_owned(), reason);
                }
            }
            for (member, number) in IntoIterator::into_iter(&$($m)? packet.panel).zip(1..) {
                let of = scorecard(&member.interviewer);
                see(format!("The name of interviewer {number}"), &$($m)? member.interviewer);
                see(format!("The kit's title, {of}"), &$($m)? member.kit);
                see(format!("The reason, {of}"), &$($m)? member.reason);
            }
            for row in &$($m)? packet.matrix {
                see("A competency's name".to_owned(), &$($m)? row.competency.name);
                for rating in IntoIterator::into_iter(&$($m)? row.cells).flatten() {
                    see("A question's title in the table of ratings".to_owned(), &$($m)? rating.question);
                }
            }
            for card in &$($m)? packet.scorecards {
                let of = scorecard(names.get(card.member).map_or("", String::as_str));
                self::card(card, &of, see);
            }
            for line in &$($m)? packet.log {
                see(format!("Who acted, line {} of the log", line.sequence), &$($m)? line.actor);
            }
            if let Some(signer) = &$($m)? packet.signer {
                see("Who signed, the name".to_owned(), &$($m)? signer.name);
            }
        }

        fn card<'a>(card: &'a $($m)? PacketScorecard, of: &str, see: See<'_, 'a>) {
            reasons("A reason for", &$($m)? card.reasons_for, of, see);
            reasons("A reason against", &$($m)? card.reasons_against, of, see);
            for own in &$($m)? card.own_ratings {
                see(format!("A competency's name, {of}"), &$($m)? own.competency);
                see(format!("The reason of an own rating, {of}"), &$($m)? own.reason);
            }
            for amendment in &$($m)? card.amendments {
                see(format!("The reason of an amendment, {of}"), &$($m)? amendment.reason);
                for change in &$($m)? amendment.changes {
                    match change {
                        Change::Recommendation { .. } => {}
                        Change::Reason(text) => see(format!("The reason, amended, {of}"), text),
                        Change::ReasonsFor(all) => reasons("A reason for, amended", all, of, see),
                        Change::ReasonsAgainst(all) => reasons("A reason against, amended", all, of, see),
                        Change::OwnRating { competency, reason, .. } => {
                            see(format!("A competency's name, {of}"), competency);
                            see(format!("The reason of an own rating, amended, {of}"), reason);
                        }
                        Change::Rating { question, .. } => see(format!("A question's title, amended, {of}"), question),
                    }
                }
            }
            for one in &$($m)? card.answers {
                let number = one.answer.number;
                answer(&$($m)? one.answer, of, see);
                for anchor in &$($m)? one.referred {
                    see(format!("An anchor of question {number}, {of}"), &$($m)? anchor.text);
                }
            }
            for entry in &$($m)? card.general {
                see(format!("{} of the interview as a whole, {of}", kind(entry)), &$($m)? entry.text);
            }
            for entry in &$($m)? card.candidate_questions {
                see(format!("{} on the candidate's questions, {of}", kind(entry)), &$($m)? entry.text);
            }
        }

        fn reasons<'a>(what: &str, all: &'a $($m)? Vec<CitedReason>, of: &str, see: See<'_, 'a>) {
            for reason in all {
                see(format!("{what}, {of}"), &$($m)? reason.text);
                for cited in &$($m)? reason.evidence {
                    see(format!("Evidence of a reason, {of}"), &$($m)? cited.text);
                }
            }
        }

        fn answer<'a>(answer: &'a $($m)? Answer, of: &str, see: See<'_, 'a>) {
            let of = format!("{}, {of}", answer.number);
            see(format!("The title of question {of}"), &$($m)? answer.title);
            see(format!("The competency of question {of}"), &$($m)? answer.competency);
            see(format!("The prompt of question {of}"), &$($m)? answer.prompt);
            if let Some(anchor) = &$($m)? answer.anchor {
                see(format!("The anchor of question {of}"), anchor);
            }
            if let Some(deviation) = &$($m)? answer.deviation {
                see(format!("What was changed in question {of}"), &$($m)? deviation.reason);
            }
            for probe in &$($m)? answer.probes {
                if let Some(text) = &$($m)? probe.text {
                    see(format!("A probe of question {of}"), text);
                }
            }
            for line in &$($m)? answer.indicators {
                see(format!("A good signal of question {of}"), &$($m)? line.text);
            }
            for line in &$($m)? answer.red_flags {
                if line.state.is_some() {
                    see(format!("A red flag of question {of}"), &$($m)? line.text);
                }
            }
            for entry in &$($m)? answer.entries {
                see(format!("{} under question {of}", kind(entry)), &$($m)? entry.text);
            }
        }
    };
}

#[allow(clippy::ptr_arg, reason = "the walk that changes needs the same types")]
mod shared {
    walk!();
}

#[allow(clippy::ptr_arg, reason = "the walk that reads needs the same types")]
mod exclusive {
    walk!(mut);
}

impl Packet {
    /// Every text that the packet prints, with its place in words, in reading order.
    #[must_use]
    pub fn printed_texts(&self) -> Vec<(String, &str)> {
        let mut all = Vec::new();
        shared::printed(self, &mut |place, text| all.push((place, text.as_str())));
        all
    }

    /// Every text of the packet, to be changed: those that it prints, then those that only its data have.
    pub(super) fn each_text(&mut self, mut see: impl FnMut(&str, &mut String)) {
        exclusive::printed(self, &mut |place, text| see(&place, text));
        for row in &mut self.matrix {
            see("A competency's definition", &mut row.competency.definition);
            see("Why a competency weighs more", &mut row.competency.weight_reason);
        }
        for answer in self.scorecards.iter_mut().flat_map(|card| &mut card.answers).map(|one| &mut one.answer) {
            see("An interviewer's name beside an answer", &mut answer.interviewer);
            let unseen = answer.red_flags.iter_mut().filter(|line| line.state.is_none());
            unseen.for_each(|line| see("A red flag that was not seen", &mut line.text));
        }
    }
}
