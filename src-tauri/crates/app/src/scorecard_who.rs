//! Whom, here, a scorecard of a file is about.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    candidate::Candidate,
    ids::CandidateId,
    problem::Severity,
    shared::{OWN, SharedPerson, SharedScorecard},
    text::{isolate, name_letters, person_name},
};
use workbench_exchange::Scorecards;
use workbench_store::{Read, candidate, shared};

use crate::{
    failure::Failure,
    namesake::{Doubt, NEW, Namesakes, PersonChoice, Told, UnsurePerson, address},
    scorecard_match::Place,
};

/// Somebody whom a file does not name, so that a person must say who it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnnamedPerson {
    /// How the file knows them, as [`PersonChoice`] takes it.
    pub person: String,
    /// The program that it comes from, as it is named on screen.
    pub source: String,
    /// Their scorecards in the file: who judged, and what the interview is called.
    pub scorecards: Vec<String>,
    /// Whether it was said who it is.
    pub said: bool,
}

/// Whom a scorecard is about.
pub(crate) enum Who {
    There(Box<Candidate>),
    /// Someone who is added, by the place among the newcomers.
    New(usize),
}

/// Whom the file alone tells.
enum Found {
    There(Box<Candidate>),
    Nobody,
    /// One of these, or nobody.
    Unsure(Vec<usize>, Doubt),
}

/// Those of a file who have one name.
#[derive(Default)]
struct Namesake {
    /// Their ids there.
    ids: HashSet<String>,
    /// The addresses of those who have no id, each as it was written first.
    addresses: BTreeMap<String, String>,
    /// Whether somebody has the name alone.
    bare: bool,
}

impl Namesake {
    /// How many people they are. Who has the name alone is the one whose address stands elsewhere in the file.
    fn people(&self) -> usize {
        self.ids.len() + self.addresses.len() + usize::from(self.bare && self.addresses.is_empty())
    }
}

/// The people of a file.
pub(crate) struct People<'r, 'a> {
    r: &'a Read<'r>,
    place: &'a Place,
    /// What the file, or one beside it, says of people by their id.
    named: HashMap<String, SharedPerson>,
    here: Namesakes,
    /// How each person of the file is known, and each line with a scorecard.
    pub keys: HashSet<String>,
    /// Those of the file who have a name, by its letters.
    of_name: HashMap<String, Namesake>,
    /// Which lines a scorecard stands on, by its source and id.
    lines: HashMap<(String, String), HashSet<String>>,
    pub newcomers: Vec<(String, SharedPerson)>,
    pub unnamed: Vec<UnnamedPerson>,
    pub unsure: Vec<UnsurePerson>,
    told: Told,
}

impl<'r, 'a> People<'r, 'a> {
    pub fn of(r: &'a Read<'r>, read: &Scorecards, place: &'a Place) -> Result<Self, Failure> {
        let mut people = Self {
            r,
            place,
            named: read.people.iter().map(|person| (person.id.clone(), person.clone())).collect(),
            here: Namesakes::of_role(r, &place.role_id)?,
            keys: HashSet::new(),
            of_name: HashMap::new(),
            lines: HashMap::new(),
            newcomers: Vec::new(),
            unnamed: Vec::new(),
            unsure: Vec::new(),
            told: Told::default(),
        };
        for one in &read.scorecards {
            let person = people.in_file(&one.scorecard);
            let of_name = people.of_name.entry(name_letters(&person.name)).or_default();
            match (person.id.trim(), address(&person.email)) {
                ("", email) if email.is_empty() => of_name.bare = true,
                ("", email) => drop(of_name.addresses.entry(email).or_insert(person.email)),
                (id, _) => drop(of_name.ids.insert(id.to_owned())),
            }
            let lines = one.ratings.iter().chain([&one.place]).filter_map(|place| place.rsplit_once(':'));
            let lines: HashSet<String> = lines.map(|(_, line)| format!("line {line}")).collect();
            people.keys.extend(lines.iter().cloned());
            let of = (one.scorecard.source.clone(), one.scorecard.id.clone());
            people.lines.entry(of).or_default().extend(lines);
        }
        for one in &read.scorecards {
            let names = people.names(&one.scorecard);
            people.keys.extend(names);
        }
        Ok(people)
    }

    /// Whom a scorecard is about; none where that is to be said first. A candidate is found by an earlier import (`before`
    /// is the one of this very scorecard), by what was said, by the e-mail address, or by a name that one candidate for the
    /// role has and one person of the file. Whoever is not found is added.
    pub fn who(
        &mut self,
        scorecard: &SharedScorecard,
        before: Option<Candidate>,
        place: &str,
        tell: &mut dyn FnMut(String, Severity),
    ) -> Result<Option<Who>, Failure> {
        let found = match before {
            Some(there) => Some(there),
            None => self.remembered(scorecard)?,
        };
        if let Some(there) = found {
            self.ask(scorecard, self.said(scorecard).is_none());
            return Ok(Some(Who::There(Box::new(there))));
        }
        let (found, said) = (self.found(scorecard)?, self.said(scorecard).cloned());
        if let Some(others) = said.as_ref().and_then(|said| self.beside(scorecard, &said.person)) {
            tell(
                format!("It is one scorecard with {others}: all of it is about the one who was said."),
                Severity::Warning,
            );
        }
        self.ask(scorecard, matches!(found, Found::There(_)) && said.is_none());
        if let Found::Unsure(may_be, doubt) = &found {
            self.doubt(scorecard, may_be, place)?;
            if said.is_none() {
                tell(
                    doubt.words(&self.in_file(scorecard).name, "scorecard", !self.in_file(scorecard).email.is_empty()),
                    Severity::Error,
                );
                return Ok(None);
            }
        }
        if let Some(email) = self.addressee(scorecard)
            && let [one] = self.here.of_email(&address(&email))
        {
            return Ok(Some(Who::There(self.there(&self.here.known[*one].id)?)));
        }
        Ok(match (found, said.map(|said| said.candidate_id)) {
            (_, Some(Some(id))) => Some(Who::There(self.there(&id)?)),
            (Found::There(there), _) => Some(Who::There(there)),
            (Found::Nobody | Found::Unsure(..), _) => self.newcomer(scorecard, tell).map(Who::New),
        })
    }

    /// Asks who it is of those whom only a person can tell.
    fn doubt(&mut self, scorecard: &SharedScorecard, may_be: &[usize], place: &str) -> Result<(), Failure> {
        let person = self.known_as(scorecard);
        let about = format!("{} ({place})", judged(scorecard));
        if let Some(one) = self.unsure.iter_mut().find(|one| one.person == person) {
            one.about.push(about);
            return Ok(());
        }
        let may_be = may_be.iter().map(|at| self.told.known(self.r, &self.here.known[*at], &self.place.role_id));
        let may_be = may_be.collect::<Result<_, _>>()?;
        let (whole, said) = (self.in_file(scorecard), self.said(scorecard).is_some());
        let addresses = self.addressees(&whole).map(|all| all.values().cloned().collect()).unwrap_or_default();
        let name = whole.name;
        self.unsure.push(UnsurePerson { person, name, about: vec![about], may_be, addresses, said });
        Ok(())
    }

    /// Asks who it is whom the file does not name, unless that is known from elsewhere.
    fn ask(&mut self, scorecard: &SharedScorecard, known: bool) {
        let said = &scorecard.candidate;
        let beside = self.named.get(&said.id).filter(|_| !said.id.is_empty());
        if known || !said.name.trim().is_empty() || beside.is_some_and(|person| !person.name.trim().is_empty()) {
            return;
        }
        let person = self.known_as(scorecard);
        let words = judged(scorecard);
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

    /// The candidate of an id.
    fn there(&self, id: &CandidateId) -> Result<Box<Candidate>, Failure> {
        let found = candidate::get(self.r, id)?.filter(|one| !one.practice);
        Ok(Box::new(found.ok_or_else(|| Failure::not_found("candidate", id))?))
    }

    /// Whom all are about, or who that is by the id that the program gave the person.
    fn remembered(&self, scorecard: &SharedScorecard) -> Result<Option<Candidate>, Failure> {
        if let Some(id) = &self.place.candidate_id {
            return Ok(Some(*self.there(id)?));
        }
        if let Some(id) = shared::person(self.r, &scorecard.source, &scorecard.candidate.id)? {
            return Ok(candidate::get(self.r, &id)?);
        }
        let here = CandidateId(scorecard.candidate.id.clone());
        let own = Some(here).filter(|_| scorecard.source == OWN);
        Ok(own.map(|id| candidate::get(self.r, &id)).transpose()?.flatten().filter(|one| !one.practice))
    }

    /// Who it is by the e-mail address, or by the name.
    fn found(&self, scorecard: &SharedScorecard) -> Result<Found, Failure> {
        let person = self.whole(scorecard);
        let (email, name) = (address(&person.email), person.name.trim());
        match self.here.of_email(&email) {
            [] => {}
            [one] => return Ok(Found::There(self.there(&self.here.known[*one].id)?)),
            many => return Ok(Found::Unsure(many.to_vec(), Doubt::Addresses(many.len()))),
        }
        if let Some(several) = self.addressees(&person) {
            let mut may_be = self.here.of_name(name).to_vec();
            may_be.extend(several.keys().flat_map(|email| self.here.of_email(email)));
            may_be.sort_unstable();
            may_be.dedup();
            return Ok(Found::Unsure(may_be, Doubt::Addressees));
        }
        let (may_be, names) = (self.here.may_be(name, &email), self.here.of_name(name).len());
        let Some(first) = may_be.first().map(|at| &self.here.known[*at].id) else { return Ok(Found::Nobody) };
        if names > 1 {
            return Ok(Found::Unsure(may_be, Doubt::Names(names)));
        }
        // Whom that program knows by another id may be another one of the name.
        let id = &scorecard.candidate.id;
        let is_other = |one: &SharedScorecard| {
            one.source == scorecard.source && !one.candidate.id.is_empty() && one.candidate.id != *id
        };
        let is_known = !id.is_empty() && shared::of_candidate(self.r, first)?.iter().any(is_other);
        if is_known || self.of_name.get(&name_letters(name)).is_some_and(|all| all.people() > 1) {
            return Ok(Found::Unsure(may_be, if is_known { Doubt::Id } else { Doubt::File }));
        }
        // Someone new was said, whatever the name.
        if self.said(scorecard).is_some() { Ok(Found::Nobody) } else { Ok(Found::There(self.there(first)?)) }
    }

    /// Who it is, as far as a person said so.
    fn said(&self, scorecard: &SharedScorecard) -> Option<&PersonChoice> {
        let of = (scorecard.source.clone(), scorecard.id.clone());
        let lines = self.lines.get(&of);
        let by = |is: &dyn Fn(&str) -> bool| self.place.people.iter().rfind(|one| one.says() && is(&one.person));
        let names = self.names(scorecard);
        // A line says more than a name that stands on several.
        by(&|person| lines.is_some_and(|lines| lines.contains(person)))
            .or_else(|| by(&|person| names.iter().any(|name| name == person)))
    }

    /// On which other lines a scorecard stands that was named by one of its lines.
    fn beside(&self, scorecard: &SharedScorecard, line: &str) -> Option<String> {
        let lines = self.lines.get(&(scorecard.source.clone(), scorecard.id.clone()))?;
        let mut others: Vec<&str> = lines.iter().map(String::as_str).filter(|one| *one != line).collect();
        others.sort_by_key(|one| (one.len(), *one));
        (lines.contains(line) && !others.is_empty()).then(|| others.join(", "))
    }

    /// How the file knows the person.
    fn known_as(&self, scorecard: &SharedScorecard) -> String {
        let SharedPerson { id, email, name } = self.whole(scorecard);
        [id, email, name].into_iter().find(|text| !text.trim().is_empty()).unwrap_or_default()
    }

    /// The same, and how it would be without what other rows say.
    fn names(&self, scorecard: &SharedScorecard) -> [String; 2] {
        let SharedPerson { id, email, name } = &scorecard.candidate;
        let alone = [id, email, name].into_iter().find(|text| !text.trim().is_empty());
        [self.known_as(scorecard), alone.cloned().unwrap_or_default()]
    }

    /// The person as all rows of the file say it: one name without an address is the one whose address stands elsewhere, as long
    /// as there is one such address and no second candidate of the name here.
    fn whole(&self, scorecard: &SharedScorecard) -> SharedPerson {
        let mut person = self.in_file(scorecard);
        let of_name = self.of_name.get(&name_letters(&person.name));
        if let Some(all) = of_name.filter(|all| all.ids.is_empty() && all.addresses.len() == 1)
            && address(&person.email).is_empty()
            && !person.name.trim().is_empty()
            && self.here.of_name(person.name.trim()).len() < 2
        {
            person.email = all.addresses.values().next().cloned().unwrap_or_default();
        }
        person
    }

    /// The addresses of several who have the name, where the person has the name alone.
    fn addressees(&self, person: &SharedPerson) -> Option<&BTreeMap<String, String>> {
        let is_bare = person.id.trim().is_empty() && person.email.trim().is_empty() && !person.name.trim().is_empty();
        let all = self.of_name.get(&name_letters(&person.name)).filter(|_| is_bare)?;
        Some(&all.addresses).filter(|addresses| addresses.len() > 1)
    }

    /// The person as the file, or one beside it, names them.
    fn in_file(&self, scorecard: &SharedScorecard) -> SharedPerson {
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

    /// The address of the one of the file who is said to be meant.
    fn addressee(&self, scorecard: &SharedScorecard) -> Option<String> {
        let said = self.said(scorecard).filter(|said| said.candidate_id.is_none())?;
        self.addressees(&self.in_file(scorecard))?.get(&address(&said.name)).cloned()
    }

    /// The place of someone who is added; none of one who cannot be.
    fn newcomer(&mut self, scorecard: &SharedScorecard, tell: &mut dyn FnMut(String, Severity)) -> Option<usize> {
        let mut person = self.whole(scorecard);
        if let Some(said) = self.said(scorecard).filter(|said| person.name.trim().is_empty() && said.name != NEW) {
            person.name.clone_from(&said.name);
        }
        let addressee = self.addressee(scorecard);
        person.email = addressee.clone().unwrap_or(person.email);
        // The file names them: what was said must be that name, an address of theirs, or that they are new.
        let is_other =
            |said: &&PersonChoice| said.name != NEW && name_letters(&said.name) != name_letters(&person.name);
        let named = !self.in_file(scorecard).name.trim().is_empty();
        if let Some(said) = self.said(scorecard).filter(is_other).filter(|_| named && addressee.is_none()) {
            let said = isolate(&said.name);
            let what = if said.contains('@') {
                format!(
                    "Nobody of this name has the address “{said}” in the file. Give one that stands there, or say who it is in another way"
                )
            } else {
                format!(
                    "“{said}” is no candidate here, and not the name in the file. Give the id of a candidate, or new for somebody who is not here yet"
                )
            };
            tell(format!("{what}; until then this scorecard is left out."), Severity::Error);
            return None;
        }
        let same = if person.id.is_empty() {
            format!("{}\n{}", address(&person.email), name_letters(&person.name))
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
        if addressee.is_none() && self.said(scorecard).is_some() && !self.here.of_name(&person.name).is_empty() {
            let name = isolate(&person.name);
            let what =
                format!("A candidate for this role has the name “{name}” already. Another one is added, as was said.");
            tell(what, Severity::Warning);
        }
        self.newcomers.push((same, person));
        Some(self.newcomers.len() - 1)
    }
}

/// Who judged, and what the interview is called.
fn judged(scorecard: &SharedScorecard) -> String {
    let who = if scorecard.interviewer.name.is_empty() { "Someone not named" } else { &scorecard.interviewer.name };
    if scorecard.interview.is_empty() { who.to_owned() } else { format!("{who}, {}", scorecard.interview) }
}
