//! Two people may have one name. Who of those here is meant by a name in a file, and how they are told apart.

use std::collections::HashMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    candidate::Candidate,
    contact::Contact,
    ids::{CandidateId, RoleId, RoundId},
    namesake::{called as with_beside, namesakes, told_apart},
    problem::{Problem, Severity},
    text::{count, isolate},
};
use workbench_store::{Read, contact, contact::KnownCandidate, role, round};

use crate::failure::Failure;

/// A candidate who is here already, with what tells two of one name apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CandidateHere {
    /// The candidate.
    pub candidate_id: CandidateId,
    /// The name here.
    pub name: String,
    /// The e-mail address here; may be empty.
    pub email: String,
    /// The role's title.
    pub role: String,
    /// The round's title; none where the candidate is in none.
    pub round: Option<String>,
    /// When the candidate was added.
    #[ts(type = "Timestamp")]
    pub added_at: Timestamp,
}

/// Somebody in a file of whom only a person can say who it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnsurePerson {
    /// How the file knows them, as a choice names them.
    pub person: String,
    /// The name in the file.
    pub name: String,
    /// What else the file says: who judged, and where it stands; or the contact.
    pub about: Vec<String>,
    /// Who here it may be, the one added first first.
    pub may_be: Vec<CandidateHere>,
    /// The addresses that others of the name have in the file: it may be one of those, as a choice says by the address for a name.
    pub addresses: Vec<String>,
    /// Whether it was said who it is.
    pub said: bool,
}

/// As a name: someone who is not here yet, by the name that the file has.
pub(crate) const NEW: &str = "new";

/// Says who somebody in a file is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PersonChoice {
    /// How the file knows them. In scorecards the id there, or where it has none the e-mail address, or else the name; or a line
    /// with a scorecard, as in `line 12`, which counts more. Among candidates the line, and with a point the number there where a line has several, as in `7` and `1.2`.
    pub person: String,
    /// The candidate; none for someone who is not here yet.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub candidate_id: Option<CandidateId>,
    /// The name of someone who is not here yet; `new` where the file has it, or the address of one of the name in the file.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub name: String,
}

impl PersonChoice {
    /// Whether it says anything.
    pub(crate) fn says(&self) -> bool {
        self.candidate_id.is_some() || !self.name.trim().is_empty()
    }
}

/// What was said of people whom the file does not have; `place` is any in the file.
pub(crate) fn of_nobody(said: &[PersonChoice], place: &str, has: impl Fn(&str) -> bool) -> Vec<Problem> {
    let first = place.rsplit_once(':').map_or_else(|| place.to_owned(), |(file, _)| format!("{file}:1"));
    let problem = |one: &PersonChoice| Problem {
        place: first.clone(),
        what: format!(
            "Nobody in this file is known as “{}”, so that what was said of them counts for nothing.",
            isolate(&one.person)
        ),
        severity: Severity::Warning,
    };
    said.iter().filter(|one| one.says() && !has(&one.person)).map(problem).collect()
}

/// Why only a person can say who it is, in a sentence.
pub(crate) enum Doubt {
    /// So many here have the name.
    Names(usize),
    /// So many here have the address.
    Addresses(usize),
    /// One here has the name, and several people of the file.
    File,
    /// Several people of the file have the name, each with an address, and this one has none.
    Addressees,
    /// The one here who has the name has another id in that program.
    Id,
}

impl Doubt {
    /// The sentence; `what` is what is left out until then, and `has_email` whether the file says an address already.
    pub fn words(&self, name: &str, what: &str, has_email: bool) -> String {
        let name = isolate(name);
        let why = match self {
            Self::Names(many) => {
                format!(
                    "{} for this role have the name “{name}”, and the file does not say which one this is.",
                    count(*many, "candidate")
                )
            }
            Self::Addresses(many) => {
                let have = if *many == 1 { "has" } else { "have" };
                format!(
                    "{} for this role {have} this e-mail address, and the file does not say whether it is one of them, nor which.",
                    count(*many, "candidate")
                )
            }
            Self::File => {
                format!(
                    "Several people in the file have the name “{name}”, and one candidate for this role: the file does not say whether this is that one."
                )
            }
            Self::Addressees => {
                format!(
                    "Several people in the file have the name “{name}”, each with an e-mail address, and here stands none: the file does not say which one this is."
                )
            }
            Self::Id => {
                format!(
                    "A candidate for this role has the name “{name}”, and another id in the program that the file is from: they may be two."
                )
            }
        };
        let or = if has_email { "" } else { ", or give the e-mail address in the file" };
        format!("{why} Say who it is{or}; until then this {what} is left out.")
    }
}

/// Those for a role, to be found by address and by name.
pub(crate) struct Namesakes {
    pub known: Vec<KnownCandidate>,
    by_email: HashMap<String, Vec<usize>>,
    by_name: HashMap<String, Vec<usize>>,
}

impl Namesakes {
    pub fn of_role(r: &Read<'_>, role: &RoleId) -> Result<Self, Failure> {
        let known = contact::of_role(r, role)?;
        let (mut by_email, mut by_name) = (HashMap::<_, Vec<_>>::new(), HashMap::<_, Vec<_>>::new());
        for (at, one) in known.iter().enumerate() {
            let email = address(&one.known.contact.email);
            if !email.is_empty() {
                by_email.entry(email).or_default().push(at);
            }
            by_name.entry(one.name.clone()).or_default().push(at);
        }
        Ok(Self { known, by_email, by_name })
    }

    pub fn at(&self, id: &CandidateId) -> Option<usize> {
        self.known.iter().position(|one| one.id == *id)
    }

    /// Those with an address, as [`address`] writes it.
    pub fn of_email(&self, email: &str) -> &[usize] {
        self.by_email.get(email).map_or(&[], Vec::as_slice)
    }

    /// Those of a name.
    pub fn of_name(&self, name: &str) -> &[usize] {
        self.by_name.get(name).map_or(&[], Vec::as_slice)
    }

    /// Those of a name who may be somebody with this address: two addresses are two people.
    pub fn may_be(&self, name: &str, email: &str) -> Vec<usize> {
        let apart = |at: &usize| !email.is_empty() && !self.known[*at].known.contact.email.is_empty();
        self.of_name(name).iter().copied().filter(|at| !apart(at)).collect()
    }
}

/// An address as two are compared; empty where there is none.
pub(crate) fn address(email: &str) -> String {
    email.trim().to_lowercase()
}

/// Whether both say one telephone number or one address on the web.
pub(crate) fn share_a_number(one: &Contact, other: &Contact) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let phone = digits(&one.phone);
    let links = || one.links.iter().any(|link| other.links.contains(link));
    !phone.is_empty() && phone == digits(&other.phone) || links()
}

/// Whether everything that one says is what the other says, too.
pub(crate) fn says_nothing_else(one: &Contact, other: &Contact) -> bool {
    let texts = |c: &Contact| {
        [&c.email, &c.phone, &c.company, &c.title, &c.source, &c.location, &c.notes].map(|text| text.to_owned())
    };
    let same = texts(one).into_iter().zip(texts(other)).all(|(one, other)| one.is_empty() || one == other);
    same && (one.links.is_empty() || one.links == other.links)
}

/// What tells each of these from the others of the name; none where nobody else of these has it.
pub(crate) fn beside(r: &Read<'_>, all: &[&Candidate]) -> Result<Vec<Option<String>>, Failure> {
    let mut beside = vec![None; all.len()];
    for same in namesakes(all.iter().map(|one| one.name.as_str())) {
        let emails = same.iter().map(|at| Ok(contact::get(r, &all[*at].id)?.email));
        let emails = emails.collect::<Result<Vec<_>, Failure>>()?;
        let ids = same.iter().map(|at| all[*at].id.as_str());
        let known: Vec<_> = emails.iter().map(String::as_str).zip(ids).collect();
        for (at, words) in same.iter().zip(told_apart(&known)) {
            beside[*at] = Some(words);
        }
    }
    Ok(beside)
}

/// What each of these is called where they stand beside each other.
pub(crate) fn called(r: &Read<'_>, all: &[&Candidate]) -> Result<Vec<String>, Failure> {
    let called = |(one, beside): (&&Candidate, Option<String>)| match beside {
        Some(beside) => with_beside(&one.name, &beside),
        None => one.name.clone(),
    };
    Ok(all.iter().zip(beside(r, all)?).map(called).collect())
}

/// Tells who somebody here is. The titles of roles and rounds are read once.
#[derive(Default)]
pub(crate) struct Told {
    roles: HashMap<RoleId, String>,
    rounds: HashMap<RoundId, Option<String>>,
}

impl Told {
    /// A candidate for whatever role.
    pub fn candidate(&mut self, r: &Read<'_>, one: &Candidate) -> Result<CandidateHere, Failure> {
        let email = contact::get(r, &one.id)?.email;
        let Candidate { id, name, role_id, round_id, added_at, .. } = one.clone();
        self.here(r, (id, name, email), &role_id, round_id, added_at)
    }

    /// One of those known for a role.
    pub fn known(&mut self, r: &Read<'_>, one: &KnownCandidate, role: &RoleId) -> Result<CandidateHere, Failure> {
        let KnownCandidate { id, name, known, added_at } = one.clone();
        self.here(r, (id, name, known.contact.email), role, known.round_id, added_at)
    }

    fn here(
        &mut self,
        r: &Read<'_>,
        (candidate_id, name, email): (CandidateId, String, String),
        role_id: &RoleId,
        round_id: Option<RoundId>,
        added_at: Timestamp,
    ) -> Result<CandidateHere, Failure> {
        let role = match self.roles.get(role_id) {
            Some(title) => title.clone(),
            None => {
                let title = role::get(r, role_id)?.map(|role| role.title).unwrap_or_default();
                self.roles.entry(role_id.clone()).or_insert(title).clone()
            }
        };
        let round = match round_id {
            None => None,
            Some(id) => match self.rounds.get(&id) {
                Some(title) => title.clone(),
                None => {
                    let title = round::get(r, &id)?.map(|round| round.title);
                    self.rounds.entry(id).or_insert(title).clone()
                }
            },
        };
        Ok(CandidateHere { candidate_id, name, email, role, round, added_at })
    }
}
