//! Whom, here, the scorecards of a file are about, and what is done with each.

use std::collections::HashMap;

use workbench_domain::{
    candidate::Candidate,
    ids::{CandidateId, InterviewId},
    independence::{Reader, owed},
    problem::{Problem, Severity},
    shared::{OWN, SharedPerson, SharedScorecard, choose, chosen, unknown},
    text::person_name,
};
use workbench_exchange::{Scorecards, quoted};
use workbench_store::{Read, candidate, contact, contact::KnownCandidate, erased, interview, role, shared};

use crate::{
    candidate_import::Taken,
    failure::Failure,
    independence,
    scorecard::loaded,
    scorecard_import::{PersonChoice, Place, UnnamedPerson},
};

/// So many words that no table has are told.
const UNKNOWN_MOST: usize = 20;

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
    /// Those whom the file does not name.
    pub unnamed: Vec<UnnamedPerson>,
    pub problems: Vec<Problem>,
}

struct Matcher<'r, 'a> {
    /// How many scorecards are about people who were erased.
    erased: usize,
    r: &'a Read<'r>,
    place: &'a Place,
    reader: Option<Reader>,
    /// What the file, or one beside it, says of people by their id.
    named: HashMap<String, SharedPerson>,
    known: Vec<KnownCandidate>,
    newcomers: Vec<(String, SharedPerson)>,
    unnamed: Vec<UnnamedPerson>,
}

/// Finds out what an import does. A candidate is found by what was said, by an earlier import, by the e-mail address, or by
/// a name that only one candidate of the role has; whoever is not found is added.
pub(crate) fn matched(r: &Read<'_>, read: Scorecards, place: &Place) -> Result<Matched, Failure> {
    role::get(r, &place.role_id)?.ok_or_else(|| Failure::not_found("role", &place.role_id))?;
    let named = read.people.iter().map(|person| (person.id.clone(), person.clone())).collect();
    let known = contact::of_role(r, &place.role_id)?;
    let mut matcher = Matcher {
        erased: 0,
        r,
        place,
        reader: independence::reader(r)?,
        named,
        known,
        newcomers: Vec::new(),
        unnamed: Vec::new(),
    };
    let (mut steps, mut problems, mut stands) = (Vec::<Step>::new(), Vec::new(), Vec::new());
    let file = read.scorecards.first().and_then(|one| one.place.rsplit_once(':')).map(|(file, _)| format!("{file}:1"));
    let of_file = file.unwrap_or_default();
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
        if let Some(step) = matcher.step(one.scorecard, &mut tell)? {
            if step.scorecard.interviewer.name.trim().is_empty() {
                let what = "This scorecard does not say who judged. Name them in the file before you import it.";
                tell(what.to_owned(), Severity::Warning);
            }
            steps.push(step);
            stands.push((one.place, one.ratings));
        }
    }
    for said in unknown(steps.iter().map(|step| &step.scorecard), &place.mapping).into_iter().take(UNKNOWN_MOST) {
        let what = format!(
            "{} is no rating that is known. It is kept as it was said, and shown without a level.",
            quoted(said)
        );
        // Of what must stay hidden no row is named: it would tell whose rating it is.
        let shown = steps.iter().zip(&stands).filter(|(step, _)| !step.hidden);
        let place =
            shown.filter_map(|(step, (place, ratings))| stands_at(&step.scorecard, said, place, ratings)).next();
        let place = place.unwrap_or(&of_file).clone();
        problems.push(Problem { place, what, severity: Severity::Warning });
    }
    if matcher.erased > 0 {
        let what = match matcher.erased {
            1 => "1 scorecard is about somebody who was erased here. It was left out.".to_owned(),
            many => format!("{many} scorecards are about people who were erased here. They were left out."),
        };
        problems.push(Problem { place: of_file, what, severity: Severity::Warning });
    }
    let newcomers = matcher.newcomers.into_iter().map(|(_, person)| person).collect();
    Ok(Matched { steps, newcomers, unnamed: matcher.unnamed, problems })
}

/// Where a scorecard, which stands at `place` with its ratings at `ratings`, says something that no table has.
fn stands_at<'p>(
    scorecard: &SharedScorecard,
    said: &str,
    place: &'p String,
    ratings: &'p [String],
) -> Option<&'p String> {
    match scorecard.ratings.iter().position(|rating| rating.level.is_none() && rating.said == said) {
        Some(at) => Some(ratings.get(at).unwrap_or(place)),
        None => Some(place).filter(|_| scorecard.overall.is_none() && scorecard.overall_said == said),
    }
}

impl Matcher<'_, '_> {
    fn step(
        &mut self,
        mut scorecard: SharedScorecard,
        tell: &mut dyn FnMut(String, Severity),
    ) -> Result<Option<Step>, Failure> {
        if let Some(step) = self.own(&scorecard, tell)? {
            return Ok(Some(step));
        }
        if self.is_erased(&scorecard)? {
            self.erased += 1;
            return Ok(None);
        }
        let before = shared::get(self.r, &scorecard.source, &scorecard.id)?;
        // What was said once of another scale holds when the file comes again, until something else is said.
        let kept = before.as_ref().map(|(_, before)| chosen(before)).unwrap_or_default();
        choose(&mut scorecard, &kept);
        choose(&mut scorecard, &self.place.mapping);
        let there = match &before {
            Some((id, _)) => Some(id.clone()),
            None => self.find(&scorecard)?,
        };
        let there = there.map(|id| candidate::get(self.r, &id)).transpose()?.flatten();
        self.ask(&scorecard, there.is_some() && self.said(&scorecard).is_none());
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

    /// Whether it is about somebody who was erased, and nobody says that it is about another one.
    fn is_erased(&self, scorecard: &SharedScorecard) -> Result<bool, Failure> {
        let (source, id) = (&scorecard.source, &scorecard.candidate.id);
        let here = if source == OWN { "" } else { source };
        Ok(self.place.candidate_id.is_none() && (erased::has(self.r, here, id)? || erased::has(self.r, source, id)?))
    }

    /// Asks who it is whom the file does not name, unless that is known from elsewhere.
    fn ask(&mut self, scorecard: &SharedScorecard, known: bool) {
        let said = &scorecard.candidate;
        let beside = self.named.get(&said.id).filter(|_| !said.id.is_empty());
        if known || !said.name.trim().is_empty() || beside.is_some_and(|person| !person.name.trim().is_empty()) {
            return;
        }
        let person = Self::known_as(scorecard).to_owned();
        let who = if scorecard.interviewer.name.is_empty() { "Someone not named" } else { &scorecard.interviewer.name };
        let words =
            if scorecard.interview.is_empty() { who.to_owned() } else { format!("{who}, {}", scorecard.interview) };
        match self.unnamed.iter_mut().find(|one| one.person == person) {
            Some(one) => one.scorecards.push(words),
            None => self.unnamed.push(UnnamedPerson {
                source: scorecard.source_words().to_owned(),
                scorecards: vec![words],
                said: self.said(scorecard).is_some(),
                person,
            }),
        }
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
        if let Some(PersonChoice { candidate_id: Some(id), .. }) = self.said(scorecard) {
            let found = candidate::get(self.r, id)?.filter(|one| !one.practice);
            return Ok(Some(found.ok_or_else(|| Failure::not_found("candidate", id))?.id));
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

    /// How the file knows the person.
    fn known_as(scorecard: &SharedScorecard) -> &str {
        let SharedPerson { id, email, .. } = &scorecard.candidate;
        if id.trim().is_empty() { email } else { id }
    }

    /// Who it is, as far as a person said so.
    fn said(&self, scorecard: &SharedScorecard) -> Option<&PersonChoice> {
        let person = Self::known_as(scorecard);
        let named = |one: &&PersonChoice| one.candidate_id.is_some() || !one.name.trim().is_empty();
        self.place.people.iter().rfind(|one| one.person == person).filter(named)
    }

    /// The person as the file, one beside it, or whoever imports it names them.
    fn person(&self, scorecard: &SharedScorecard) -> SharedPerson {
        let said = &scorecard.candidate;
        let beside = self.named.get(&said.id).filter(|_| !said.id.is_empty());
        let or = |one: &str, other: Option<&String>| {
            if one.trim().is_empty() { other.cloned() } else { Some(one.to_owned()) }
        };
        SharedPerson {
            id: said.id.clone(),
            name: or(&said.name, beside.map(|person| &person.name))
                .or_else(|| self.said(scorecard).map(|one| one.name.clone()))
                .unwrap_or_default(),
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
            let what = "The file does not name this candidate. Say who it is, or give the candidates' file too; until then this \
                        scorecard is left out.";
            tell(what.to_owned(), Severity::Warning);
            return None;
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
