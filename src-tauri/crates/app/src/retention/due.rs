//! Whose time is over, looked for one person after the other in the order in which they were added, a page at a time.

use jiff::{Timestamp, ToSpan as _, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    hold::Hold,
    ids::{CandidateId, RoleId},
    kit::Role,
    retention::{self as rules, Kept, RetentionRule},
};
use workbench_store::{Read, candidate, hold, retention, role};

use super::rule;
use crate::{App, failure::Failure, independence, nothing::Nothing};

/// How many people are found in the order of adding at once.
const ADDED_TOGETHER: u32 = 500;
/// How many people's records are read in one look at whose time is over, and how many who are due end it.
const READ_MOST: usize = 2_000;
const DUE_PAGE: usize = 200;
const DUE_TOLD: usize = 20;

/// Somebody whose time is over.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct KeptCard {
    /// Who.
    pub candidate_id: CandidateId,
    /// The name.
    pub candidate: String,
    /// The role's title.
    pub role: String,
    /// Until when, and why.
    pub kept: Kept,
}

/// Somebody on whom a legal hold stands.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct HeldCard {
    /// Who.
    pub candidate_id: CandidateId,
    /// The name.
    pub candidate: String,
    /// The role's title.
    pub role: String,
    /// The hold. While it stands the clock stops, and nothing is due.
    pub hold: Hold,
}

/// A place in the order in which people were added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KeptPlace {
    /// When the person there was added.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
    /// The number of the row.
    #[ts(type = "number")]
    pub row: i64,
}

/// Asks for a page of those who are due.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RetentionAsk {
    /// Only those who were added after this place: the `next` of the page before.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub after: Option<KeptPlace>,
}

/// Whose time is over, and who is held.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RetentionList {
    /// The rule that was chosen; none while none is, and then nobody is due.
    pub rule: Option<RetentionRule>,
    /// Those who are due, 200 at the most: those added first are on the first page, on each the longest over first.
    pub due: Vec<KeptCard>,
    /// Those on whom a legal hold stands, the oldest hold first. They are never among those who are due.
    pub held: Vec<HeldCard>,
    /// How many of those looked at are left out while an own open scorecard hides what was decided about them.
    pub hidden: u32,
    /// Where to go on looking; none where everybody was looked at. There may be nobody who is due behind it.
    pub next: Option<KeptPlace>,
}

/// How far a look at whose time is over goes.
struct Look {
    after: Option<KeptPlace>,
    /// It ends with so many who are due.
    due: usize,
    /// It ends with so many whose records were read.
    read: usize,
}

/// Whose time is over at this moment, as far as the look goes.
fn over(r: &Read<'_>, now: Timestamp, zone: &TimeZone, look: &Look) -> Result<RetentionList, Failure> {
    let mut list = RetentionList { rule: rule(r)?, due: Vec::new(), held: Vec::new(), hidden: 0, next: None };
    let Some(rule) = &list.rule else { return Ok(list) };
    let (today, before) = (zone.to_datetime(now).date(), added_before(zone.to_datetime(now).date(), rule, zone));
    let reader = independence::reader(r)?;
    let roles = role::list(r)?;
    let (mut read, mut after) = (0, look.after.map(|place| retention::Place { at: place.at, row: place.row }));
    'pages: loop {
        let page = retention::added(r, before, after, ADDED_TOGETHER)?;
        let last = page.len() < usize::try_from(ADDED_TOGETHER).unwrap_or(usize::MAX);
        for person in page {
            if list.due.len() == look.due || read == look.read {
                list.next = after.map(|place| KeptPlace { at: place.at, row: place.row });
                break 'pages;
            }
            after = Some(person.place);
            if hold::of_candidate(r, &person.id)?.is_some() {
                continue;
            }
            if independence::is_veiled_of(reader.as_ref(), &person.role_id, person.round_id.as_ref(), false) {
                list.hidden += 1;
                continue;
            }
            read += 1;
            let Some(person) = retention::happened(r, &person.id)? else { continue };
            let kept = rules::kept(rule, &person.happened, zone);
            if kept.is_due(today) {
                let role = title(&roles, &person.role_id);
                list.due.push(KeptCard { candidate_id: person.id, candidate: person.name, role, kept });
            }
        }
        if last {
            break;
        }
    }
    list.due.sort_by_key(|card| card.kept.until);
    Ok(list)
}

fn title(roles: &[Role], id: &RoleId) -> String {
    roles.iter().find(|role| role.id == *id).map_or_else(|| id.to_string(), |role| role.title.clone())
}

/// Everybody on whom a legal hold stands.
fn held(r: &Read<'_>) -> Result<Vec<HeldCard>, Failure> {
    let roles = role::list(r)?;
    let mut held = Vec::new();
    for (id, hold) in hold::standing(r)? {
        let Some(person) = candidate::get(r, &id)? else { continue };
        held.push(HeldCard { role: title(&roles, &person.role_id), candidate_id: id, candidate: person.name, hold });
    }
    Ok(held)
}

/// Whoever was added later than this cannot be due today.
fn added_before(today: Date, rule: &RetentionRule, zone: &TimeZone) -> Timestamp {
    // A day more, since the end of a shorter month is no exact way back.
    let first = today.checked_sub(i64::from(rule.shortest()).months()).and_then(|day| day.checked_add(4.days()));
    let moment = first.and_then(|day| day.to_zoned(zone.clone())).map(|day| day.timestamp());
    moment.unwrap_or(Timestamp::MIN)
}

/// What Today says of it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RetentionToday {
    /// Whether there is a real person here, and no rule for how long things are kept.
    pub no_rule: bool,
    /// How many people's time is over, 20 at the most.
    pub due: u32,
    /// Whether there may be more.
    pub more: bool,
}

/// Not of `today_get`: how many are due is found by looking at people one by one, and the first screen does not wait for it.
pub(crate) async fn retention_today_get(app: &App, _: Nothing) -> Result<RetentionToday, Failure> {
    let (now, zone) = (app.now(), app.deps().clock.zone());
    app.store()
        .read(move |r| {
            let list = over(r, now, &zone, &Look { after: None, due: DUE_TOLD, read: READ_MOST })?;
            let no_rule = list.rule.is_none() && retention::has_real(r)?;
            let due = u32::try_from(list.due.len()).unwrap_or(u32::MAX);
            Ok(RetentionToday { no_rule, due, more: list.next.is_some() })
        })
        .await
}

pub(crate) async fn retention_list(app: &App, request: RetentionAsk) -> Result<RetentionList, Failure> {
    let (now, zone) = (app.now(), app.deps().clock.zone());
    app.store()
        .read(move |r| {
            let look = Look { after: request.after, due: DUE_PAGE, read: READ_MOST };
            Ok(RetentionList { held: held(r)?, ..over(r, now, &zone, &look)? })
        })
        .await
}
