//! How long things are kept: the rule that was chosen, the table of rules, and whose time is over. The rules of counting are in
//! `workbench_domain::retention`.

mod due;

use jiff::{Timestamp, tz::TimeZone};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    canonical,
    ids::{CandidateId, InterviewerId, RetentionRuleId},
    log::{Act, Deed},
    retention::{self as rules, Kept, RetentionRule, shipped},
    text::isolate,
};
use workbench_store::{Read, Write, candidate, hold, log, retention, setting};

pub use self::due::{RetentionAsk, RetentionList, RetentionToday};
pub(crate) use self::due::{retention_list, retention_today_get};
use crate::{
    App,
    candidate::CandidateGet,
    failure::{Code, Failure},
    independence,
    nothing::Nothing,
};

/// The setting with what was chosen.
const CHOSEN: &str = "retention";

/// Chooses the rule, or says that it is decided later. Kept as it is, so it also answers what was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RetentionChoose {
    /// Which; none where it is decided later.
    pub rule_id: Option<RetentionRuleId>,
}

/// Writes a rule of one's own, or changes one.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RetentionRuleSave {
    /// The rule; with an empty id it is a new one.
    pub rule: RetentionRule,
}

/// Names a rule.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RetentionRuleRef {
    /// Which.
    pub rule_id: RetentionRuleId,
}

/// A rule in the table.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RetentionRuleCard {
    /// The rule.
    pub rule: RetentionRule,
    /// How long, in words.
    pub words: String,
    /// Whether it came with the workbench.
    pub shipped: bool,
    /// Whether it came with the workbench and was changed here.
    pub changed: bool,
}

/// The table of rules, and which one was chosen.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Retention {
    /// The rule that was chosen; none while none is.
    pub rule_id: Option<RetentionRuleId>,
    /// Whether somebody said that it is decided later.
    pub later: bool,
    /// The table: those that came with the workbench, then one's own.
    pub rules: Vec<RetentionRuleCard>,
}

/// How long what is about one candidate is kept.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CandidateRetention {
    /// Whether it must be asked how long things are kept: this person is real, and nobody has answered yet.
    pub ask: bool,
    /// The rule that was chosen; none while none is.
    pub rule: Option<RetentionRule>,
    /// How long, in words; empty without a rule.
    pub words: String,
    /// Until when; none without a rule, for a person who is made up, and while an own open scorecard hides what was decided.
    pub kept: Option<Kept>,
    /// Whether that time is over. While a legal hold stands, it is not.
    pub due: bool,
}

fn answered(r: &Read<'_>) -> Result<Option<RetentionChoose>, Failure> {
    Ok(setting::get(r, CHOSEN)?.and_then(|json| serde_json::from_str(&json).ok()))
}

/// The table: what came with the workbench, as it was changed here, then one's own.
fn table(r: &Read<'_>) -> Result<Vec<RetentionRuleCard>, Failure> {
    let card =
        |rule: RetentionRule, shipped, changed| RetentionRuleCard { words: rule.words(), rule, shipped, changed };
    let mut own = retention::rules(r)?;
    let mut all: Vec<RetentionRuleCard> = Vec::new();
    for rule in shipped() {
        let changed = own.iter().position(|one| one.id == rule.id).map(|at| own.remove(at));
        all.push(card(changed.clone().unwrap_or(rule), true, changed.is_some()));
    }
    all.extend(own.into_iter().map(|rule| card(rule, false, false)));
    Ok(all)
}

/// The rule that was chosen.
pub(crate) fn rule(r: &Read<'_>) -> Result<Option<RetentionRule>, Failure> {
    let Some(RetentionChoose { rule_id: Some(id) }) = answered(r)? else { return Ok(None) };
    Ok(table(r)?.into_iter().map(|card| card.rule).find(|rule| rule.id == id))
}

/// Whether the first real person still has to ask for a rule.
fn unanswered(r: &Read<'_>) -> Result<bool, Failure> {
    Ok(match answered(r)? {
        None => true,
        Some(RetentionChoose { rule_id: None }) => false,
        // What was chosen is gone, as after a restore.
        Some(_) => rule(r)?.is_none(),
    })
}

fn told(r: &Read<'_>) -> Result<Retention, Failure> {
    let (rule, rules) = (rule(r)?, table(r)?);
    let later = answered(r)?.is_some_and(|chosen| chosen.rule_id.is_none());
    Ok(Retention { rule_id: rule.map(|rule| rule.id), later, rules })
}

/// The rule, if there is one, and until when it keeps a person's things; no date for who is made up, and while what was decided
/// is hidden.
pub(crate) fn kept(
    r: &Read<'_>,
    id: &CandidateId,
    zone: &TimeZone,
) -> Result<Option<(RetentionRule, Option<Kept>)>, Failure> {
    let Some(rule) = rule(r)? else { return Ok(None) };
    let reader = independence::reader(r)?;
    let shown = candidate::get(r, id)?.is_some_and(|one| !independence::is_veiled(reader.as_ref(), &one));
    let person = if shown { retention::happened(r, id)? } else { None };
    let kept = person.map(|person| rules::kept(&rule, &person.happened, zone));
    Ok(Some((rule, kept)))
}

pub(crate) async fn retention_get(app: &App, _: Nothing) -> Result<Retention, Failure> {
    app.store().read(told).await
}

pub(crate) async fn candidate_retention_get(app: &App, request: CandidateGet) -> Result<CandidateRetention, Failure> {
    let (now, zone) = (app.now(), app.deps().clock.zone());
    app.store()
        .read(move |r| {
            let id = &request.candidate_id;
            let person = candidate::get(r, id)?.ok_or_else(|| Failure::not_found("candidate", id))?;
            let (rule, kept) = kept(r, id, &zone)?.unzip();
            let kept = kept.flatten();
            Ok(CandidateRetention {
                ask: !person.sample && !person.practice && unanswered(r)?,
                words: rule.as_ref().map(RetentionRule::words).unwrap_or_default(),
                due: hold::of_candidate(r, id)?.is_none()
                    && kept.as_ref().is_some_and(|kept| kept.is_due(zone.to_datetime(now).date())),
                rule,
                kept,
            })
        })
        .await
}

/// Logs which rule holds from now on, where it is another one than before.
fn noted(w: &Write<'_>, now: Timestamp, actor: InterviewerId, before: Option<&RetentionRule>) -> Result<(), Failure> {
    let rule = rule(w)?;
    if rule.as_ref() != before {
        let content = canonical::hash(&rule);
        log::add(w, Deed { at: now, actor, act: Act::RetentionSet, subjects: Vec::new(), content })?;
    }
    Ok(())
}

pub(crate) async fn retention_choose(app: &App, request: RetentionChoose) -> Result<Retention, Failure> {
    let (me, now) = (app.owner().await?, app.now());
    app.store()
        .write(move |w| {
            if let Some(id) = &request.rule_id
                && !table(w)?.iter().any(|card| card.rule.id == *id)
            {
                return Err(Failure::not_found("rule", id));
            }
            let before = rule(w)?;
            setting::set(w, CHOSEN, &serde_json::to_string(&request).map_err(Failure::bug)?)?;
            noted(w, now, me.id, before.as_ref())?;
            told(w)
        })
        .await
}

pub(crate) async fn retention_rule_save(app: &App, request: RetentionRuleSave) -> Result<Retention, Failure> {
    let (me, now) = (app.owner().await?, app.now());
    let new: RetentionRuleId = app.deps().ids.at(now)?.into();
    let checked = request.rule.checked().map_err(|refused| Failure::from(refused).under("rule"))?;
    app.store()
        .write(move |w| {
            let before = rule(w)?;
            let known = table(w)?.iter().any(|card| card.rule.id == checked.id);
            let rule = match checked.id.as_str() {
                "" => RetentionRule { id: new, ..checked },
                _ if known => checked,
                _ => return Err(Failure::not_found("rule", &checked.id)),
            };
            retention::put_rule(w, &rule, now)?;
            noted(w, now, me.id, before.as_ref())?;
            told(w)
        })
        .await
}

pub(crate) async fn retention_rule_remove(app: &App, request: RetentionRuleRef) -> Result<Retention, Failure> {
    let (me, now, id) = (app.owner().await?, app.now(), request.rule_id);
    app.store()
        .write(move |w| {
            let before = rule(w)?;
            let came = shipped().iter().any(|rule| rule.id == id);
            if let Some(chosen) = before.as_ref().filter(|chosen| chosen.id == id && !came) {
                return Err(Failure::new(
                    Code::Conflict,
                    format!("The rule {} is in use. Choose another one first.", isolate(&chosen.title)),
                ));
            }
            if !retention::remove_rule(w, &id)? {
                return Err(Failure::not_found("rule of your own, or change of one", &id));
            }
            noted(w, now, me.id, before.as_ref())?;
            told(w)
        })
        .await
}
