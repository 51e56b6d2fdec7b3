//! What is done with each scorecard of a file. Whom one is about is in `scorecard_who`.

use workbench_domain::{
    ids::{CandidateId, InterviewId, RoleId},
    independence::{Reader, owed},
    problem::{Problem, Severity},
    shared::{MappingChoice, OWN, SharedPerson, SharedScorecard, choose, chosen, unknown},
};
use workbench_exchange::{Scorecards, quoted};
use workbench_store::{Read, candidate, contact, erased, interview, role, shared};

use crate::{
    candidate_import::Taken,
    failure::Failure,
    independence,
    namesake::{self, PersonChoice, UnsurePerson},
    scorecard::loaded,
    scorecard_who::{People, UnnamedPerson, Who},
};

/// So many words that no table has are told.
const UNKNOWN_MOST: usize = 20;

/// Where they belong, as far as it was said.
#[derive(Clone)]
pub(crate) struct Place {
    pub role_id: RoleId,
    pub candidate_id: Option<CandidateId>,
    pub people: Vec<PersonChoice>,
    pub mapping: Vec<MappingChoice>,
}

/// What is done with one scorecard.
pub(crate) struct Step {
    /// Where it stands.
    pub place: String,
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
    /// Those of whom only a person can say who they are.
    pub unsure: Vec<UnsurePerson>,
    pub problems: Vec<Problem>,
}

struct Matcher<'r, 'a> {
    /// How many scorecards are about people who were erased.
    erased: usize,
    r: &'a Read<'r>,
    place: &'a Place,
    reader: Option<Reader>,
    people: People<'r, 'a>,
}

/// Finds out what an import does.
pub(crate) fn matched(r: &Read<'_>, read: Scorecards, place: &Place) -> Result<Matched, Failure> {
    role::get(r, &place.role_id)?.ok_or_else(|| Failure::not_found("role", &place.role_id))?;
    let people = People::of(r, &read, place)?;
    let mut matcher = Matcher { erased: 0, r, place, reader: independence::reader(r)?, people };
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
        if let Some(step) = matcher.step(one.scorecard, &one.place, &mut tell)? {
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
        problems.push(Problem { place: of_file.clone(), what, severity: Severity::Warning });
    }
    let People { newcomers, unnamed, unsure, keys, .. } = matcher.people;
    problems.extend(namesake::of_nobody(&place.people, &of_file, |person| keys.contains(person)));
    let newcomers = newcomers.into_iter().map(|(_, person)| person).collect();
    Ok(Matched { steps, newcomers, unnamed, unsure, problems })
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
        place: &str,
        tell: &mut dyn FnMut(String, Severity),
    ) -> Result<Option<Step>, Failure> {
        if let Some(step) = self.own(&scorecard, place, tell)? {
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
        let there = before.as_ref().map(|(id, _)| candidate::get(self.r, id)).transpose()?.flatten();
        let Some(who) = self.people.who(&scorecard, there, place, tell)? else { return Ok(None) };
        let before = before.map(|(_, before)| before);
        let taken = match &before {
            None => Taken::Added,
            Some(before) if *before != scorecard => Taken::Updated,
            Some(_) => Taken::Unchanged,
        };
        let hidden = match &who {
            Who::There(candidate) => owed(candidate, self.reader.as_ref()).is_some(),
            // Whoever is new belongs with every candidate for the role.
            Who::New(_) => {
                self.reader.as_ref().is_some_and(|r| r.open.iter().any(|own| own.role_id == self.place.role_id))
            }
        };
        Ok(Some(Step { place: place.to_owned(), scorecard, who, before, taken, hidden }))
    }

    /// Whether it is about somebody who was erased, and nobody says that it is about another one.
    fn is_erased(&self, scorecard: &SharedScorecard) -> Result<bool, Failure> {
        let (source, id) = (&scorecard.source, &scorecard.candidate.id);
        let here = if source == OWN { "" } else { source };
        Ok(self.place.candidate_id.is_none() && (erased::has(self.r, here, id)? || erased::has(self.r, source, id)?))
    }

    /// A scorecard that was written on this laptop is here already, and stays as it is.
    fn own(
        &self,
        scorecard: &SharedScorecard,
        place: &str,
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
        let (place, scorecard, who) = (place.to_owned(), scorecard.clone(), Who::There(Box::new(candidate)));
        Ok(Some(Step { place, scorecard, who, before: None, taken: Taken::Unchanged, hidden }))
    }
}
