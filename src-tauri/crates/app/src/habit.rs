//! A rater's habits, for that rater alone unless they share them, and a round's team figures, off until its panel agrees. The
//! rules are in `workbench_domain::habit`; no score is ever corrected by any of it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    canonical,
    compare::CandidateRecord,
    habit::{
        Habit, TeamConsent,
        beside::{EqualCard, TeamFigures, common, equal_cards, raters, team},
        habit as habit_of, may_see,
    },
    ids::{InterviewerId, RoundId},
    log::{Act, Deed, Subject},
    text,
};
use workbench_store::{Read, candidate, habit, interview, role, round};

use crate::{App, failure::Failure, independence, nothing::Nothing, round::led};

/// How one rater's ratings lie beside the others'.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NamedHabit {
    /// Who.
    pub interviewer: String,
    /// The figures.
    pub habit: Habit,
}

/// One's own habits, and those that others share.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Habits {
    /// One's own.
    pub own: Habit,
    /// One's own scorecards with one rating throughout.
    pub equal: Vec<EqualCard>,
    /// Whether one shares the difference.
    pub shared: bool,
    /// Those of others who share theirs.
    pub others: Vec<NamedHabit>,
}

/// Says whether one shares one's own difference.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HabitShare {
    /// Whether others may see it.
    pub shared: bool,
}

/// Names a round whose team figures are asked for.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TeamRef {
    /// The round.
    pub round_id: RoundId,
}

/// Turns a round's team figures on or off.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TeamSet {
    /// The round.
    pub round_id: RoundId,
    /// Whether they are shown.
    pub shown: bool,
    /// Who agreed: needed to turn them on.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub agreed: String,
}

/// A round's team figures.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Team {
    /// What the panel agreed to last; none if it was never asked: they are off then.
    pub consent: Option<TeamConsent>,
    /// The figures; none while they are off, or where they would tell who is meant.
    pub figures: Option<TeamFigures>,
}

/// Everyone who may be meant: real candidates, and made-up ones only where there is nobody else.
fn records(r: &Read<'_>, round: Option<&RoundId>) -> Result<Vec<CandidateRecord>, Failure> {
    let mut all = match round {
        Some(round) => candidate::of_round(r, round)?,
        None => candidate::list(r)?,
    };
    let real = all.iter().any(|one| !one.sample);
    all.retain(|one| one.sample != real);
    let ids: Vec<_> = all.iter().map(|one| one.id.clone()).collect();
    let mut records = Vec::new();
    for (candidate, interviews) in all.into_iter().zip(interview::of_candidates(r, &ids)?) {
        let role = role::get(r, &candidate.role_id)?.ok_or_else(|| Failure::not_found("role", &candidate.role_id))?;
        records.push(CandidateRecord { candidate, role, interviews, imported: Vec::new() });
    }
    Ok(records)
}

fn habits(r: &Read<'_>, me: &InterviewerId) -> Result<Habits, Failure> {
    let records = records(r, None)?;
    let reader = independence::reader(r)?;
    let mut others = Vec::new();
    for (id, interviewer, habit) in raters(&records, reader.as_ref()) {
        if id != *me && may_see(&id, Some(me), habit::is_shared(r, &id)?) {
            others.push(NamedHabit { interviewer, habit });
        }
    }
    Ok(Habits {
        own: habit_of(&common(&records, me, reader.as_ref())),
        equal: equal_cards(&records, me),
        shared: habit::is_shared(r, me)?,
        others,
    })
}

pub(crate) async fn habit_get(app: &App, _: Nothing) -> Result<Habits, Failure> {
    let me = app.me().await?;
    app.store().read(move |r| habits(r, &me.id)).await
}

pub(crate) async fn habit_share(app: &App, request: HabitShare) -> Result<Habits, Failure> {
    let (me, now) = (app.me().await?, app.now());
    app.store()
        .write(move |w| {
            habit::share(w, &me.id, request.shared, now)?;
            habits(w, &me.id)
        })
        .await
}

fn team_of(r: &Read<'_>, id: &RoundId) -> Result<Team, Failure> {
    round::get(r, id)?.ok_or_else(|| Failure::not_found("round", id))?;
    let consent = habit::team(r, id)?;
    if !consent.as_ref().is_some_and(|consent| consent.shown) {
        return Ok(Team { consent, figures: None });
    }
    let reader = independence::reader(r)?;
    let all: Vec<Habit> = raters(&records(r, Some(id))?, reader.as_ref()).into_iter().map(|(.., one)| one).collect();
    Ok(Team { consent, figures: team(&all) })
}

pub(crate) async fn team_get(app: &App, request: TeamRef) -> Result<Team, Failure> {
    app.store().read(move |r| team_of(r, &request.round_id)).await
}

pub(crate) async fn team_set(app: &App, request: TeamSet) -> Result<Team, Failure> {
    let TeamSet { round_id, shown, agreed } = request;
    let agreed = if shown { text::free_text("Who agreed", &agreed)? } else { String::new() };
    let (me, at) = (app.me().await?, app.now());
    app.store()
        .write(move |w| {
            led(w, &round_id, &me.id)?;
            let deed = Deed {
                at,
                actor: me.id,
                act: Act::TeamFigures,
                subjects: vec![Subject::Round(round_id.clone())],
                content: canonical::hash(&(shown, &agreed)),
            };
            habit::set_team(w, &round_id, shown, &agreed, deed)?;
            team_of(w, &round_id)
        })
        .await
}
