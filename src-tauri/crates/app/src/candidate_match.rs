//! Whom, here, the people of a file are, and what is done with each.

use std::collections::{HashMap, HashSet};

use workbench_domain::{
    contact::Contact,
    ids::{RoleId, RoundId},
    import_change::Known,
    problem::{Problem, Severity},
    text::{isolate, name_letters},
};
use workbench_intake::NewCandidate;
use workbench_store::{Read, contact::KnownCandidate, role, round};

use crate::{
    candidate_import::Taken,
    failure::Failure,
    namesake::{
        Doubt, Namesakes, PersonChoice, Told, UnsurePerson, address, of_nobody, says_nothing_else, share_a_number,
    },
};

/// Where the people come to, and who they are as far as it was said.
#[derive(Clone)]
pub(crate) struct Place {
    pub role_id: RoleId,
    pub round_id: Option<RoundId>,
    pub people: Vec<PersonChoice>,
}

/// What is done with one person.
pub(crate) struct Step {
    pub new: NewCandidate,
    /// Who that is here; none of someone new.
    pub there: Option<KnownCandidate>,
    /// How many of the name here it may be, where nothing is written whichever it is; else 0. One of them is `there`.
    pub one_of: usize,
    pub after: Known,
}

impl Step {
    pub fn taken(&self) -> Taken {
        match &self.there {
            None => Taken::Added,
            Some(there) if there.known != self.after => Taken::Updated,
            Some(_) => Taken::Unchanged,
        }
    }
}

/// What an import does.
pub(crate) struct Matched {
    pub steps: Vec<Step>,
    /// Those of whom only a person can say who they are.
    pub unsure: Vec<UnsurePerson>,
    pub problems: Vec<Problem>,
}

/// Who one row is.
enum Whom {
    New,
    There(usize),
    /// One of so many of the name, the first of them given: nothing is written, whichever it is.
    Any(usize, usize),
    /// The same person as an earlier row: they have one name and one address.
    Row(usize),
    Unsure(Vec<usize>, Doubt),
}

/// Finds out what an import does. A person is found again by the e-mail address, unless the file has it with several names, as
/// an agency's; by a name that one candidate for the role has and one row of the file; and where several have it, by a telephone
/// number, an address on the web, or all that the row says. Where that does not tell either, a person does. A name that is
/// twice in the file with one address is one person, and two rows without a common address are two.
pub(crate) fn matched(r: &Read<'_>, people: Vec<NewCandidate>, place: &Place) -> Result<Matched, Failure> {
    role::get(r, &place.role_id)?.ok_or_else(|| Failure::not_found("role", &place.role_id))?;
    if let Some(id) = &place.round_id {
        let round = round::get(r, id)?.ok_or_else(|| Failure::not_found("round", id))?;
        if round.role_id != place.role_id {
            return Err(Failure::invalid("The round is for another role. Choose a round of the candidates' role."));
        }
    }
    let here = Namesakes::of_role(r, &place.role_id)?;
    let keys = keys(&people);
    let mut told = Told::default();
    let (mut unsure, mut problems) = (Vec::new(), Vec::new());
    let mut whom = whom(&here, &people, place.round_id.as_ref());
    for ((row, whom), key) in people.iter().zip(&mut whom).zip(&keys) {
        let said = place.people.iter().rfind(|one| one.person == *key).filter(|one| one.says());
        if let Whom::Unsure(may_be, doubt) = whom {
            if said.is_none() {
                let what = doubt.words(&row.name, "row", !row.contact.email.is_empty());
                problems.push(Problem { place: row.place.clone(), what, severity: Severity::Error });
            }
            let may_be = may_be.iter().map(|at| told.known(r, &here.known[*at], &place.role_id));
            unsure.push(UnsurePerson {
                person: key.clone(),
                name: row.name.clone(),
                about: about(row),
                may_be: may_be.collect::<Result<_, _>>()?,
                addresses: Vec::new(),
                said: said.is_some(),
            });
        }
        if let (Whom::There(at), None) = (&whom, said) {
            problems.extend(named_otherwise(row, &here.known[*at].name));
        }
        if let Some(said) = said {
            *whom = match &said.candidate_id {
                None => Whom::New,
                Some(id) => Whom::There(here.at(id).ok_or_else(|| Failure::not_found("candidate for this role", id))?),
            };
        }
    }
    if let Some(first) = people.first() {
        problems.extend(of_nobody(&place.people, &first.place, |person| keys.iter().any(|key| key == person)));
    }
    Ok(Matched { steps: steps(here, people, whom, place), unsure, problems })
}

/// A word on a row that is taken for someone of another name, by the address.
fn named_otherwise(row: &NewCandidate, name: &str) -> Option<Problem> {
    let what = || {
        format!(
            "The candidate who has this e-mail address is called “{}” here, and the row says “{}”. It is taken for the same person, \
             whose name stays. Look whether that is right.",
            isolate(name),
            isolate(&row.name)
        )
    };
    let other = name_letters(&row.name) != name_letters(name);
    other.then(|| Problem { place: row.place.clone(), what: what(), severity: Severity::Warning })
}

/// How each row is known: by its line, and by its number there where a line has several.
fn keys(people: &[NewCandidate]) -> Vec<String> {
    let mut at_line = HashMap::<&str, usize>::new();
    let key = |one: &NewCandidate| one.place.rsplit(':').next().unwrap_or_default().to_owned();
    let numbered = people.iter().map(|one| {
        let number = at_line.entry(&one.place).or_default();
        *number += 1;
        if *number == 1 { key(one) } else { format!("{}.{number}", key(one)) }
    });
    numbered.collect()
}

fn about(row: &NewCandidate) -> Vec<String> {
    let Contact { email, phone, title, company, .. } = &row.contact;
    let said = [&row.place, email, phone, title, company].into_iter().filter(|text| !text.is_empty());
    said.cloned().collect()
}

fn whom(here: &Namesakes, people: &[NewCandidate], round: Option<&RoundId>) -> Vec<Whom> {
    let known = |at: usize| &here.known[at].known;
    let mut names_at = HashMap::<String, HashSet<String>>::new();
    for new in people.iter().filter(|new| !new.contact.email.is_empty()) {
        names_at.entry(address(&new.contact.email)).or_default().insert(name_letters(&new.name));
    }
    let mut taken = HashSet::new();
    let (mut met, mut by_name) = (HashMap::new(), HashMap::<&str, usize>::new());
    let mut told = Vec::new();
    for (row, new) in people.iter().enumerate() {
        let email = address(&new.contact.email);
        let name = name_letters(&new.name);
        let several = names_at.get(&email).is_some_and(|names| names.len() > 1);
        let mut so_called = here.of_email(&email).iter().filter(|at| name_letters(&here.known[**at].name) == name);
        let key = (email, name.clone());
        let found = match (met.get(&key).filter(|_| !key.0.is_empty()), here.of_email(&key.0)) {
            (Some(first), _) => Some(Whom::Row(*first)),
            (None, []) => told_apart(here, new).map(Whom::There),
            (None, at_address) => Some(match (so_called.next(), so_called.next(), at_address) {
                (Some(one), None, _) => Whom::There(*one),
                (None, _, [one]) if !several => Whom::There(*one),
                _ => Whom::Unsure(at_address.to_vec(), Doubt::Addresses(at_address.len())),
            }),
        };
        met.entry(key).or_insert(row);
        match &found {
            Some(Whom::There(at)) => drop(taken.insert(*at)),
            Some(_) => {}
            None => *by_name.entry(&new.name).or_default() += 1,
        }
        told.push(found);
    }
    let named = |(new, told): (&NewCandidate, Option<Whom>)| {
        if let Some(told) = told {
            return told;
        }
        let mut may_be = here.may_be(&new.name, &address(&new.contact.email));
        may_be.retain(|at| !taken.contains(at));
        let (names, rows) = (here.of_name(&new.name).len(), by_name.get(new.name.as_str()));
        let changes_nothing = |at: &usize| {
            let in_round = round.is_none() || known(*at).round_id.is_some();
            in_round && says_nothing_else(&new.contact, &known(*at).contact)
        };
        match may_be.first() {
            None => Whom::New,
            // Where nothing is written, whichever it is: a file that comes again changes nothing.
            Some(first) if names == 1 && (rows == Some(&1) || changes_nothing(first)) => {
                taken.insert(*first);
                Whom::There(*first)
            }
            Some(first) if may_be.iter().all(changes_nothing) => {
                taken.insert(*first);
                Whom::Any(*first, names)
            }
            Some(_) => Whom::Unsure(may_be, if names > 1 { Doubt::Names(names) } else { Doubt::File }),
        }
    };
    people.iter().zip(told).map(named).collect()
}

/// The one of several of a name whom the rest of the row tells.
fn told_apart(here: &Namesakes, new: &NewCandidate) -> Option<usize> {
    let may_be = here.may_be(&new.name, &address(&new.contact.email));
    let only = |is: &dyn Fn(&Contact) -> bool| {
        let mut found = may_be.iter().copied().filter(|at| is(&here.known[*at].known.contact));
        found.next().filter(|_| found.next().is_none())
    };
    let says_something = new.contact != Contact::default();
    only(&|known| share_a_number(&new.contact, known))
        .or_else(|| only(&|known| says_nothing_else(&new.contact, known)).filter(|_| says_something))
}

fn steps(here: Namesakes, people: Vec<NewCandidate>, whom: Vec<Whom>, place: &Place) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    // Which step a candidate, or a row of the file, was met in.
    let (mut met, mut of_row) = (HashMap::new(), Vec::new());
    for (new, whom) in people.into_iter().zip(whom) {
        let one_of = if let Whom::Any(_, many) = &whom { *many } else { 0 };
        let (there, again) = match whom {
            Whom::New => (None, None),
            Whom::There(at) => (Some(at), met.get(&at).copied()),
            Whom::Any(at, _) => (Some(at), None),
            Whom::Row(first) => match of_row.get(first).copied().flatten() {
                Some(step) => (None, Some(step)),
                // Nobody said who that row is.
                None => {
                    of_row.push(None);
                    continue;
                }
            },
            Whom::Unsure(..) => {
                of_row.push(None);
                continue;
            }
        };
        if let Some(again) = again {
            let step: &mut Step = &mut steps[again];
            step.after.contact = step.after.contact.filled(&new.contact);
            of_row.push(Some(again));
            continue;
        }
        of_row.push(Some(steps.len()));
        if let Some(at) = there.filter(|_| one_of == 0) {
            met.insert(at, steps.len());
        }
        let there = there.map(|at| here.known[at].clone());
        let before = there.as_ref().map(|there| &there.known);
        let after = Known {
            contact: before.map_or_else(|| new.contact.clone(), |before| before.contact.filled(&new.contact)),
            // Whoever is in a round already stays there.
            round_id: before.and_then(|before| before.round_id.clone()).or_else(|| place.round_id.clone()),
        };
        steps.push(Step { new, there, one_of, after });
    }
    steps
}
