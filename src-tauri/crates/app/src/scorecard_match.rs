//! Whom, here, the scorecards of a file are about, and what is done with each.

use std::collections::HashMap;

use workbench_domain::{
    candidate::Candidate,
    ids::{CandidateId, InterviewId},
    independence::{Reader, owed},
    problem::{Problem, Severity},
    shared::{OWN, SharedPerson, SharedScorecard},
    text::{isolate, person_name},
};
use workbench_exchange::Scorecards;
use workbench_store::{Read, candidate, contact, contact::KnownCandidate, interview, role, shared};

use crate::{candidate_import::Taken, failure::Failure, independence, scorecard::loaded, scorecard_import::Place};

/// Whom a scorecard is about.
pub(crate) enum Who {
    There(Box<Candidate>),
    /// Someone who is added, by the place among the newcomers.
    New(usize),
}

/// What is done with one scorecard.
pub(crate) struct Step {
    pub scorecard: SharedScorecard,
    pub who: Who,
    /// What was imported before under its id.
    pub before: Option<SharedScorecard>,
    pub taken: Taken,
    /// Whether what it says stays hidden from who imports it.
    pub hidden: bool,
}

/// What an import does.
pub(crate) struct Matched {
    pub steps: Vec<Step>,
    /// Those who are added, with the names that they get.
    pub newcomers: Vec<SharedPerson>,
    pub problems: Vec<Problem>,
}

struct Matcher<'r, 'a> {
    r: &'a Read<'r>,
    place: &'a Place,
    reader: Option<Reader>,
    /// What the file, or one beside it, says of people by their id.
    named: HashMap<String, SharedPerson>,
    known: Vec<KnownCandidate>,
    newcomers: Vec<(String, SharedPerson)>,
}

/// Finds out what an import does. A candidate is found by what was said, by an earlier import, by the e-mail address, or by
/// a name that only one candidate of the role has; whoever is not found is added.
pub(crate) fn matched(r: &Read<'_>, read: Scorecards, place: &Place) -> Result<Matched, Failure> {
    role::get(r, &place.role_id)?.ok_or_else(|| Failure::not_found("role", &place.role_id))?;
    let named = read.people.iter().map(|person| (person.id.clone(), person.clone())).collect();
    let known = contact::of_role(r, &place.role_id)?;
    let mut matcher = Matcher { r, place, reader: independence::reader(r)?, named, known, newcomers: Vec::new() };
    let (mut steps, mut problems) = (Vec::<Step>::new(), Vec::new());
    for one in read.scorecards {
        let twice = steps
            .iter()
            .find(|step| step.scorecard.id == one.scorecard.id && step.scorecard.source == one.scorecard.source);
        if let Some(first) = twice {
            if first.scorecard != one.scorecard {
                let what =
                    "This scorecard stands in the file before, with something else in it. The first one was taken.";
                problems.push(Problem { place: one.place, what: what.to_owned(), severity: Severity::Warning });
            }
            continue;
        }
        let mut tell = |what, severity| problems.push(Problem { place: one.place.clone(), what, severity });
        steps.extend(matcher.step(one.scorecard, &mut tell)?);
    }
    let newcomers = matcher.newcomers.into_iter().map(|(_, person)| person).collect();
    Ok(Matched { steps, newcomers, problems })
}

impl Matcher<'_, '_> {
    fn step(
        &mut self,
        scorecard: SharedScorecard,
        tell: &mut dyn FnMut(String, Severity),
    ) -> Result<Option<Step>, Failure> {
        if let Some(step) = self.own(&scorecard, tell)? {
            return Ok(Some(step));
        }
        let before = shared::get(self.r, &scorecard.source, &scorecard.id)?;
        let there = match &before {
            Some((id, _)) => Some(id.clone()),
            None => self.find(&scorecard)?,
        };
        let there = there.map(|id| candidate::get(self.r, &id)).transpose()?.flatten();
        let before = before.map(|(_, before)| before);
        let taken = match &before {
            None => Taken::Added,
            Some(before) if *before != scorecard => Taken::Updated,
            Some(_) => Taken::Unchanged,
        };
        let who = match there {
            Some(candidate) => Who::There(Box::new(candidate)),
            None => match self.newcomer(&scorecard, tell) {
                Some(at) => Who::New(at),
                None => return Ok(None),
            },
        };
        let hidden = match &who {
            Who::There(candidate) => owed(candidate, self.reader.as_ref()).is_some(),
            // Whoever is new belongs with every candidate for the role.
            Who::New(_) => {
                self.reader.as_ref().is_some_and(|r| r.open.iter().any(|own| own.role_id == self.place.role_id))
            }
        };
        Ok(Some(Step { scorecard, who, before, taken, hidden }))
    }

    /// A scorecard that was written on this laptop is here already, and stays as it is.
    fn own(
        &self,
        scorecard: &SharedScorecard,
        tell: &mut dyn FnMut(String, Severity),
    ) -> Result<Option<Step>, Failure> {
        let id = InterviewId(scorecard.id.clone());
        if scorecard.source != OWN || interview::guard(self.r, &id)?.is_none() {
            return Ok(None);
        }
        let interview = loaded(self.r, &id)?;
        let Some(candidate) = candidate::get(self.r, &interview.candidate_id)? else { return Ok(None) };
        let email = contact::get(self.r, &candidate.id)?.email;
        if SharedScorecard::of(&interview, &candidate, &email) != *scorecard {
            let what =
                "This scorecard was written on this laptop, and the file says something else. What is here stays.";
            tell(what.to_owned(), Severity::Warning);
        }
        let hidden = owed(&candidate, self.reader.as_ref()).is_some();
        let (scorecard, who) = (scorecard.clone(), Who::There(Box::new(candidate)));
        Ok(Some(Step { scorecard, who, before: None, taken: Taken::Unchanged, hidden }))
    }

    fn find(&self, scorecard: &SharedScorecard) -> Result<Option<CandidateId>, Failure> {
        if let Some(id) = &self.place.candidate_id {
            let found = candidate::get(self.r, id)?.filter(|one| !one.practice);
            return Ok(Some(found.ok_or_else(|| Failure::not_found("candidate", id))?.id));
        }
        if let Some(id) = shared::person(self.r, &scorecard.source, &scorecard.candidate.id)? {
            return Ok(Some(id));
        }
        let here = CandidateId(scorecard.candidate.id.clone());
        if scorecard.source == OWN && candidate::get(self.r, &here)?.is_some_and(|one| !one.practice) {
            return Ok(Some(here));
        }
        let person = self.person(scorecard);
        let email = person.email.trim().to_lowercase();
        let of_email =
            self.known.iter().find(|one| !email.is_empty() && one.known.contact.email.to_lowercase() == email);
        let of_name = || {
            let mut same = self.known.iter().filter(|one| one.name == person.name.trim());
            // Two people may have one name, and two addresses are two people.
            let apart = |one: &&KnownCandidate| !email.is_empty() && !one.known.contact.email.is_empty();
            same.next().filter(|one| !apart(one)).filter(|_| same.next().is_none())
        };
        Ok(of_email.or_else(of_name).map(|one| one.id.clone()))
    }

    /// The person as the file, or one beside it, names them.
    fn person(&self, scorecard: &SharedScorecard) -> SharedPerson {
        let said = &scorecard.candidate;
        let beside = self.named.get(&said.id).filter(|_| !said.id.is_empty());
        let or = |one: &str, other: Option<&String>| {
            if one.trim().is_empty() { other.cloned() } else { Some(one.to_owned()) }
        };
        SharedPerson {
            id: said.id.clone(),
            name: or(&said.name, beside.map(|person| &person.name)).unwrap_or_default(),
            email: or(&said.email, beside.map(|person| &person.email)).unwrap_or_default(),
        }
    }

    /// The place of someone who is added; none of one who cannot be.
    fn newcomer(&mut self, scorecard: &SharedScorecard, tell: &mut dyn FnMut(String, Severity)) -> Option<usize> {
        let mut person = self.person(scorecard);
        let same = if person.id.is_empty() {
            format!("{}\n{}", person.email.to_lowercase(), person.name)
        } else {
            format!("{}\n\n{}", scorecard.source, person.id)
        };
        if let Some(at) = self.newcomers.iter().position(|(other, _)| *other == same) {
            return Some(at);
        }
        if person.name.trim().is_empty() {
            person.name = format!(
                "{} candidate {}",
                scorecard.source_words(),
                if person.id.is_empty() { &person.email } else { &person.id }
            );
            let what = format!(
                "The file does not name this candidate, who is added as {}. Give the candidates' file too, or say whom it is about.",
                isolate(&person.name)
            );
            tell(what, Severity::Warning);
        }
        match person_name("The candidate's name", &person.name) {
            Ok(name) => person.name = name,
            Err(e) => {
                tell(format!("{e} This scorecard was left out."), Severity::Error);
                return None;
            }
        }
        self.newcomers.push((same, person));
        Some(self.newcomers.len() - 1)
    }
}
