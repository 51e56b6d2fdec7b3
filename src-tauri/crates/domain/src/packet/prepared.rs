//! A packet made ready for who reads it: what is left out, whose names are hidden, and what a person must decide first.

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use serde::Deserialize;
use ts_rs::TS;

use crate::packet::{
    Audience, Mention, MentionDecision, MentionKind, OwnCopyAsk, Packet, Section,
    audience::{leave_out, own_copy},
    mentions::{Search, settle},
};

/// How a packet is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PacketOptions {
    /// For whom; the panel when left out.
    #[serde(default)]
    #[ts(optional, as = "Option<Audience>")]
    pub audience: Audience,
    /// Which parts are left out.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<Section>>")]
    pub without: Vec<Section>,
    /// What a candidate is told in their own copy.
    #[serde(default)]
    #[ts(optional, as = "Option<OwnCopyAsk>")]
    pub own_copy: OwnCopyAsk,
    /// Further words to be found in what people wrote, such as employers and projects.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub find: Vec<String>,
    /// What was decided about each mention.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<MentionDecision>>")]
    pub decisions: Vec<MentionDecision>,
}

/// What stands in the place of what a reader is not to know, in the language of the packet. In a name's, `{letter}` is filled
/// in. By default it is in no language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandIns {
    /// For the candidate.
    pub candidate: String,
    /// For an interviewer.
    pub interviewer: String,
    /// For an interviewer who has no letter, in free text.
    pub an_interviewer: String,
    /// For another candidate, in free text.
    pub another_candidate: String,
    /// For words that are taken out.
    pub left_out: String,
}

impl Default for StandIns {
    fn default() -> Self {
        let [candidate, interviewer] = ["{letter}"; 2].map(str::to_owned);
        let [an_interviewer, another_candidate, left_out] = ["[…]"; 3].map(str::to_owned);
        Self { candidate, interviewer, an_interviewer, another_candidate, left_out }
    }
}

impl StandIns {
    fn lettered(text: &str, place: usize) -> String {
        text.replace("{letter}", &letter(place))
    }
}

/// What is known around a packet when names are hidden.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Around {
    /// What stands for what is hidden.
    pub stand_ins: StandIns,
    /// How the candidate's name is said, as it was written down.
    pub spoken_name: String,
    /// The candidate's place in the round, from 0.
    pub place: usize,
    /// The names of the round's other candidates.
    pub others: Vec<String>,
}

/// A packet that is ready, or that waits for decisions.
#[derive(Debug, Clone, PartialEq)]
pub struct Prepared {
    /// The packet, with everything replaced that was decided to be.
    pub packet: Packet,
    /// Everything that was found in the free text.
    pub mentions: Vec<Mention>,
    /// How many mentions are not decided.
    pub undecided: usize,
}

/// What whoever stands at this place, from 0, is called while names are hidden: A, B, … Z, AA, AB, …
#[must_use]
pub fn letter(mut place: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(place % 26).unwrap_or(0)));
        match (place / 26).checked_sub(1) {
            Some(next) => place = next,
            None => break,
        }
    }
    letters.into_iter().rev().collect()
}

impl Packet {
    /// The packet as it is wanted.
    #[must_use]
    pub fn prepared(mut self, options: &PacketOptions, around: &Around) -> Prepared {
        let audience = options.audience;
        self.audience = audience;
        if audience != Audience::Hr {
            self.log.clear();
        }
        leave_out(&mut self, &options.without);
        let mut search = Search::default();
        if audience == Audience::Candidate {
            self.own_copy = Some(options.own_copy.told());
            own_copy(&mut self);
            search.comparing(&around.stand_ins.left_out);
        }
        if audience == Audience::Blind {
            self.beside = None;
            let hidden = StandIns::lettered(&around.stand_ins.candidate, around.place);
            let name = std::mem::replace(&mut self.candidate, hidden.clone());
            [&name, &around.spoken_name].into_iter().for_each(|name| search.name(MentionKind::Name, name, &hidden));
            search.pronouns();
            search.topics(&around.stand_ins.left_out);
            self.leave_out_times();
        }
        // Behind the own name, which counts where two have one. In a document without names another's of the round tells as much.
        if matches!(audience, Audience::Candidate | Audience::Blind) {
            let called = &around.stand_ins.another_candidate;
            around.others.iter().for_each(|name| search.name(MentionKind::OtherCandidate, name, called));
        }
        if self.is_never_signed() && !self.without.contains(&Section::Signatures) {
            self.without.push(Section::Signatures);
            self.without.sort_unstable();
        }
        let names_left_out = self.own_copy.as_ref().is_some_and(|own| own.names_left_out.is_some());
        if audience == Audience::Blind || names_left_out {
            self.hide_interviewers(&mut search, &around.stand_ins.interviewer);
        }
        search.field(&self.candidate);
        options.find.iter().for_each(|words| search.words(MentionKind::Asked, words, &around.stand_ins.left_out));
        let (mentions, undecided) = settle(&mut self, &search, &options.decisions);
        Prepared { packet: self, mentions, undecided }
    }

    /// Of every time the day stays: by the hour of a meeting a calendar names whoever was in it. How long it took, and how
    /// much later its scorecard was submitted, name nobody.
    fn leave_out_times(&mut self) {
        let day = |time: &mut DateTime| *time = time.start_of_day();
        for member in &mut self.panel {
            day(&mut member.held_at);
            member.written_at.iter_mut().chain(&mut member.submitted_at).for_each(day);
            for broke in &mut member.broke_off {
                day(&mut broke.at);
                broke.continued_at.iter_mut().for_each(day);
            }
        }
        self.decisions.iter_mut().for_each(|decided| day(&mut decided.at));
        for card in &mut self.scorecards {
            card.amendments.iter_mut().for_each(|amendment| day(&mut amendment.at));
            let answers = card.answers.iter_mut().flat_map(|one| &mut one.answer.entries);
            for entry in answers.chain(&mut card.general).chain(&mut card.candidate_questions) {
                let of = TimeZone::UTC.to_datetime(entry.kept_at).start_of_day();
                entry.kept_at = TimeZone::UTC.to_timestamp(of).unwrap_or(Timestamp::UNIX_EPOCH);
            }
        }
    }

    /// Gives notes ids of this document alone: those of the store stand in every other packet of the same person, which names
    /// everybody.
    fn number_entries(&mut self) {
        let mut number = 0_u32;
        for card in &mut self.scorecards {
            let answers = card.answers.iter_mut().flat_map(|one| &mut one.answer.entries);
            for entry in answers.chain(&mut card.general).chain(&mut card.candidate_questions) {
                number += 1;
                entry.id = number.to_string().into();
            }
        }
    }

    /// Interviewers get letters, in the order of the panel; then whoever else is named in a field.
    fn hide_interviewers(&mut self, search: &mut Search, called: &str) {
        let mut known: Vec<String> = Vec::new();
        let mut hide = |name: &mut String, own: bool| {
            let at = if own { None } else { known.iter().position(|known| known == name) };
            let at = at.unwrap_or_else(|| {
                known.push(name.clone());
                known.len() - 1
            });
            let hidden = StandIns::lettered(called, at);
            search.name(MentionKind::Interviewer, name, &hidden);
            search.field(&hidden);
            *name = hidden;
        };
        self.signer = None;
        // Two on the panel may have one name.
        self.panel.iter_mut().for_each(|member| hide(&mut member.interviewer, true));
        for decided in &mut self.decisions {
            hide(&mut decided.by, false);
            decided.decision.dissent.iter_mut().for_each(|one| hide(&mut one.name, false));
        }
        self.log.iter_mut().for_each(|line| hide(&mut line.actor, false));
        let imported = self.imported.iter_mut().map(|one| &mut one.interviewer);
        imported.filter(|name| !name.is_empty()).for_each(|name| hide(name, false));
        for (card, number) in self.scorecards.iter_mut().zip(0_usize..) {
            let name = self.panel.get(card.member).map_or("", |member| member.interviewer.as_str());
            for answer in card.answers.iter_mut().map(|one| &mut one.answer) {
                name.clone_into(&mut answer.interviewer);
                answer.interview_id = letter(number).into();
            }
        }
        self.number_entries();
    }
}
