//! The packet of a candidate for whoever reads it: look first, decide what is found, then write.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use jiff::{Timestamp, tz::TimeZone};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    candidate::Candidate,
    compare::CandidateRecord,
    ids::CandidateId,
    independence::{OpenInterview, Veil, logged as may_see, owed, shares_round, veil},
    interview::InterviewState,
    log::{LogLine, Subject},
    packet::{
        self as rules, Around, Audience, Mention, MentionDecision, Packet, PacketLog, PacketOptions, PacketRule,
        Prepared, fairness,
    },
    text::{count, isolate},
};
use workbench_report::{Language, Paper, Print, Undrawable};
use workbench_store::{Read, candidate, debrief, decision, hold, interview, interviewer, log, preparation};

use crate::{
    App, compare,
    debrief::versions,
    document::Document,
    export::{self, ExportCheck, Exported, To},
    failure::{Code, Failure},
    file_name::ends_as,
    independence,
    job::{UnderWay, Work},
    namesake,
    print::{print, sealed},
    protection::Secret,
    retention,
};

/// Looks at a packet before it is written.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PacketCheck {
    /// Whose.
    pub candidate_id: CandidateId,
    /// On which paper; as in the settings when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub paper: Option<Paper>,
    /// In which language its own words are, by its tag (BCP 47), such as `en`; English when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub language: Option<String>,
    /// How it is wanted; whole, for the panel, when left out.
    #[serde(default)]
    #[ts(optional, as = "Option<PacketOptions>")]
    pub options: PacketOptions,
}

/// Writes a packet.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PacketExport {
    /// Whose.
    pub candidate_id: CandidateId,
    /// Where to; a file there is replaced whole or not at all.
    pub path: PathBuf,
    /// On which paper; as in the settings when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub paper: Option<Paper>,
    /// In which language its own words are, by its tag (BCP 47), such as `en`; English when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub language: Option<String>,
    /// A password that the file is encrypted with, AES-256; it is then no archival PDF. Kept nowhere.
    #[serde(default)]
    #[ts(optional = nullable, type = "string")]
    pub password: Option<Secret>,
    /// How it is wanted; whole, for the panel, when left out.
    #[serde(default)]
    #[ts(optional, as = "Option<PacketOptions>")]
    pub options: PacketOptions,
    /// Go on although some characters cannot be drawn: they are printed as `[U+13000]`.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub accept_undrawable: bool,
    /// What this piece of work is called, to ask how far it is and to stop it: 1 to 64 bytes that whoever asks makes up.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub job: Option<String>,
}

/// What a packet would hold.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PacketChecked {
    /// A name for the file: date, candidate, what it is; safe on every file system.
    pub file_name: String,
    /// Its pages.
    pub pages: u32,
    /// Scorecards in it.
    pub submitted: u32,
    /// Scorecards that are not submitted yet.
    pub missing: u32,
    /// Characters that no font at hand can draw, with their places.
    pub undrawable: Vec<Undrawable>,
    /// What was found in the free text. It is written only when each mention is decided.
    pub mentions: Vec<Mention>,
    /// How many mentions are not decided.
    pub undecided: u32,
}

/// Until when notes are kept, as the candidate was told in each interview that was held; none where nothing was said.
fn told_until(r: &Read<'_>, record: &CandidateRecord) -> Result<Option<String>, Failure> {
    let mut told: Vec<String> = Vec::new();
    for interview in record.interviews.iter().filter(|i| i.state == InterviewState::Submitted || i.owes_scorecard()) {
        let words = preparation::get(r, &interview.id)?.map(|one| one.retention.trim().to_owned()).unwrap_or_default();
        if !words.is_empty() && !told.contains(&words) {
            told.push(words);
        }
    }
    Ok((!told.is_empty()).then(|| told.join("; ")))
}

/// The rule that says how long what is about this candidate is kept.
fn rule(r: &Read<'_>, of: &Candidate, zone: &TimeZone) -> Result<Option<PacketRule>, Failure> {
    let held = hold::of_candidate(r, &of.id)?.is_some();
    let kept = retention::kept(r, &of.id, zone)?;
    Ok(kept.map(|(rule, kept)| PacketRule::new(rule, kept, held)))
}

/// Whoever is judged beside this candidate, and the candidate, in the order in which they were added.
pub(crate) fn round(r: &Read<'_>, of: &Candidate) -> Result<Vec<Candidate>, Failure> {
    let mut all = candidate::of_role(r, &of.role_id)?;
    let judged = beside(of);
    all.retain(judged);
    all.sort_by(|one, other| (one.added_at, &one.id).cmp(&(other.added_at, &other.id)));
    Ok(all)
}

/// The candidate's place among those of [`round()`], from 0, as `all` candidates say.
pub(crate) fn place(all: &[Candidate], of: &Candidate) -> usize {
    let judged = beside(of);
    all.iter().filter(|one| (one.added_at, &one.id) < (of.added_at, &of.id) && judged(one)).count()
}

/// What tells the candidate from another of the name in the round; none where there is none.
fn beside_name(r: &Read<'_>, of: &Candidate) -> Result<Option<String>, Failure> {
    let round = round(r, of)?;
    let beside = namesake::beside(r, &round.iter().collect::<Vec<_>>())?;
    Ok(round.iter().zip(beside).find(|(one, _)| one.id == of.id).and_then(|(_, beside)| beside))
}

/// Who is judged beside this candidate, and the candidate.
fn beside(of: &Candidate) -> impl Fn(&Candidate) -> bool {
    let own = OpenInterview {
        candidate_id: of.id.clone(),
        candidate: of.name.clone(),
        role_id: of.role_id.clone(),
        round_id: of.round_id.clone(),
        sample: of.sample,
    };
    move |one| !one.practice && (one.id == own.candidate_id || shares_round(&own, one))
}

fn around(r: &Read<'_>, of: &Candidate, audience: Audience, language: Language) -> Result<Around, Failure> {
    let stand_ins = language.stand_ins();
    if matches!(audience, Audience::Panel | Audience::Hr) {
        return Ok(Around { stand_ins, ..Around::default() });
    }
    let round = round(r, of)?;
    Ok(Around {
        stand_ins,
        spoken_name: of.spoken_name.clone(),
        place: round.iter().position(|one| one.id == of.id).unwrap_or(0),
        others: round.into_iter().filter(|one| one.id != of.id).map(|one| one.name).collect(),
    })
}

/// The lines of the log about this candidate, as the reader may see them.
fn logged(r: &Read<'_>, record: &CandidateRecord, zone: &TimeZone) -> Result<Vec<PacketLog>, Failure> {
    let about = |subject: &Subject| match subject {
        Subject::Candidate(id) => *id == record.candidate.id,
        Subject::Interview(id) => record.interviews.iter().any(|interview| interview.id == *id),
        Subject::Round(_) => false,
    };
    let (me, veiled) = (interviewer::me(r)?.map(|me| me.id), independence::veiled(r)?);
    let shown = |line: &LogLine| me.as_ref().is_none_or(|me| may_see(line, me, &veiled));
    let lines = log::list(r)?.into_iter().filter(|line| line.subjects.iter().any(about) && shown(line));
    lines
        .map(|line| {
            let actor = interviewer::get(r, &line.actor)?.map_or_else(|| "not known here".to_owned(), |one| one.name);
            let (sequence, act, hash) = (line.sequence, line.act, line.hash);
            Ok(PacketLog { sequence, at: zone.to_datetime(line.at), actor, act, hash })
        })
        .collect()
}

/// The packet of a candidate, and whom it shows for the first time.
pub(crate) async fn packet(
    app: &App,
    id: CandidateId,
    options: PacketOptions,
    language: Language,
) -> Result<(Prepared, Vec<CandidateId>), Failure> {
    let (now, zone) = (app.now(), app.deps().clock.zone());
    app.store().read(move |r| made(r, &id, &options, language, (now, &zone))).await
}

/// The same, within one moment of the store.
pub(crate) fn made(
    r: &Read<'_>,
    id: &CandidateId,
    options: &PacketOptions,
    language: Language,
    (now, zone): (Timestamp, &TimeZone),
) -> Result<(Prepared, Vec<CandidateId>), Failure> {
    if options.own_copy.names_left_out.as_ref().is_some_and(|reason| reason.trim().is_empty()) {
        return Err(Failure::invalid(
            "Say why the interviewers' names are left out: the candidate is told the reason.",
        ));
    }
    if options.audience == Audience::Candidate {
        let checked = options.own_copy.check(zone.to_datetime(now).date());
        checked.map_err(|why| Failure::invalid(why.to_string()))?;
    }
    let record = compare::record(r, id)?;
    let reader = independence::reader(r)?;
    let first = match veil(&record, reader.as_ref()) {
        None => {
            let shown = independence::first_shown(r, [&record], reader.as_ref())?;
            let log = if options.audience == Audience::Hr { logged(r, &record, zone)? } else { Vec::new() };
            let packet = Packet {
                beside: beside_name(r, &record.candidate)?,
                retention: told_until(r, &record)?,
                rule: rule(r, &record.candidate, zone)?,
                fairness: Some(fairness(&record, &interview::kits_used(r, &record.candidate)?, zone)),
                log,
                ..rules::compose(&record, &versions(r, &record)?, now, zone)
            };
            let of_round = record.candidate.round_id.as_ref();
            let decisions = decision::versions(r, id, of_round)?;
            // What the panel says among itself waits for every own scorecard of the round, submitted by others or not.
            let (decisions, draft) = match owed(&record.candidate, reader.as_ref()) {
                None => (decisions, debrief::get(r, id, of_round)?),
                Some(_) => Default::default(),
            };
            let packet = packet.decided(&decisions, &draft, zone);
            let around = around(r, &record.candidate, options.audience, language)?;
            return Ok((packet.prepared(options, &around), shown));
        }
        Some(Veil::Own) => format!(
            "Your scorecard on {} is not submitted. Submit it first: the packet shows every scorecard.",
            isolate(&record.candidate.name)
        ),
        Some(Veil::Round { candidate }) => independence::round_first(&candidate),
    };
    Err(Failure::new(Code::Hidden, first))
}

pub(crate) async fn packet_check(app: &App, request: PacketCheck) -> Result<PacketChecked, Failure> {
    let print = print(app, request.paper, request.language.as_deref()).await?;
    let (made, shown) = packet(app, request.candidate_id.clone(), request.options, print.language).await?;
    // Mentions quote what people wrote; everything else shows nothing that anyone rated.
    if !made.mentions.is_empty() {
        independence::keep_seen(app, shown).await?;
    }
    let document = Document::Packet(Box::new(made.packet), request.candidate_id);
    let ExportCheck { file_name, pages, submitted, missing, undrawable } = export::check(app, document, print).await?;
    let undecided = u32::try_from(made.undecided).unwrap_or(u32::MAX);
    Ok(PacketChecked { file_name, pages, submitted, missing, undrawable, mentions: made.mentions, undecided })
}

pub(crate) async fn packet_export(app: &App, request: PacketExport) -> Result<Exported, Failure> {
    ends_as(&request.path, export::PDF)?;
    let job = UnderWay::begin(app, request.job)?;
    let print = print(app, request.paper, request.language.as_deref()).await?;
    let print = sealed(app, print, request.password.as_ref())?;
    each_decided_once(&request.options.decisions)?;
    let decided = request.options.decisions.clone();
    let (made, shown) = packet(app, request.candidate_id.clone(), request.options, print.language).await?;
    known_to(&decided, made.mentions.iter().map(|mention| mention.key.as_str()))?;
    let to = To { path: request.path, accept_undrawable: request.accept_undrawable };
    written(app, (made, shown), request.candidate_id, print, to, job.work()).await
}

/// Writes a packet, unless something in it is not decided.
pub(crate) async fn written(
    app: &App,
    (made, shown): (Prepared, Vec<CandidateId>),
    candidate: CandidateId,
    print: Print,
    to: To,
    work: &Work,
) -> Result<Exported, Failure> {
    if made.undecided > 0 {
        return Err(Failure::new(Code::Conflict, undecided_message(made.undecided)).under("options.decisions"));
    }
    independence::keep_seen(app, shown).await?;
    export::export(app, Document::Packet(Box::new(made.packet), candidate), print, to, work).await
}

/// That no mention is decided in two ways.
pub(crate) fn each_decided_once(decisions: &[MentionDecision]) -> Result<(), Failure> {
    let mut seen = BTreeMap::new();
    match decisions.iter().find(|one| seen.insert(one.key.as_str(), *one).is_some_and(|before| before != *one)) {
        None => Ok(()),
        Some(twice) => Err(Failure::invalid(format!(
            "The mention with the key {} is decided in two ways. Decide it once. Nothing was written.",
            isolate(&twice.key)
        ))
        .under("options.decisions")),
    }
}

/// That each decision is about a mention: a key that was mistyped would leave a place otherwise than it was decided.
pub(crate) fn known_to<'k>(
    decisions: &[MentionDecision],
    keys: impl IntoIterator<Item = &'k str>,
) -> Result<(), Failure> {
    let keys: BTreeSet<&str> = keys.into_iter().collect();
    match decisions.iter().find(|one| !keys.contains(one.key.as_str())) {
        None => Ok(()),
        Some(unknown) => {
            Err(Failure::invalid(format!("No mention has the key {}. Nothing was written.", isolate(&unknown.key)))
                .under("options.decisions"))
        }
    }
}

fn undecided_message(number: usize) -> String {
    format!(
        "{} in the free text may say what this reader is not to know. Decide for each whether it is replaced or stays, \
         then export. Nothing was written.",
        count(number, "place")
    )
}
