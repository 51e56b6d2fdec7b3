//! The packets of everybody in a round, into one folder: one that cannot be written keeps no other from being written.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    candidate::Candidate,
    ids::{CandidateId, RoundId},
    packet::{Mention, MentionDecision, PacketOptions},
};
use workbench_report::{Language, Paper, Print, Undrawable};
use workbench_store::{candidate, round};

use crate::{
    App,
    disk::{make_folder, path_words, reason},
    document::Document,
    export::{Exported, To, not_inside, on_a_thread},
    failure::{Code, Failure},
    file_name::Names,
    independence,
    job::{UnderWay, Work, stopped},
    packet::{each_decided_once, known_to, packet, written},
    print::{print, sealed},
    protection::Secret,
};

/// What is done where a file of the name is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum IfThere {
    /// Both are kept: the new one gets a number.
    #[default]
    Number,
    /// The new one takes its place, whole or not at all.
    Replace,
}

/// Looks at the packets of a round before they are written.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RoundExportCheck {
    /// Of which round.
    pub round_id: RoundId,
    /// How all of them are wanted; whole, for the panel, when left out.
    #[serde(default)]
    #[ts(optional, as = "Option<PacketOptions>")]
    pub options: PacketOptions,
}

/// What was decided about the mentions in one packet of several.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RoundDecided {
    /// In whose packet.
    pub candidate_id: CandidateId,
    /// About each mention.
    pub decisions: Vec<MentionDecision>,
}

/// Writes the packets of a round into a folder.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RoundExport {
    /// Of which round.
    pub round_id: RoundId,
    /// The folder; it is made where it is missing.
    pub path: PathBuf,
    /// On which paper; as in the settings when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub paper: Option<Paper>,
    /// In which language their own words are, by its tag (BCP 47), such as `en`; English when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub language: Option<String>,
    /// A password that every file is encrypted with, AES-256; they are then no archival PDFs. Kept nowhere.
    #[serde(default)]
    #[ts(optional = nullable, type = "string")]
    pub password: Option<Secret>,
    /// How all of them are wanted; whole, for the panel, when left out. Decisions in it are about every packet.
    #[serde(default)]
    #[ts(optional, as = "Option<PacketOptions>")]
    pub options: PacketOptions,
    /// What was decided for single candidates.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<RoundDecided>>")]
    pub decided: Vec<RoundDecided>,
    /// Replace every mention that nothing was decided about with what is proposed.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub replace_rest: bool,
    /// Go on although some characters cannot be drawn: they are printed as `[U+13000]`.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub accept_undrawable: bool,
    /// What is done where a file of the name is there already; both are kept when left out.
    #[serde(default)]
    #[ts(optional, as = "Option<IfThere>")]
    pub if_there: IfThere,
    /// What this piece of work is called, to ask how far it is and to stop it: 1 to 64 bytes that whoever asks makes up.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub job: Option<String>,
}

/// What the packet of one candidate of a round would hold.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RoundPacketChecked {
    /// Whose.
    pub candidate_id: CandidateId,
    /// Their name.
    pub name: String,
    /// Scorecards in it.
    pub submitted: u32,
    /// Scorecards that are not submitted yet: it would be an interim one.
    pub missing: u32,
    /// Characters that no font at hand can draw, with their places.
    pub undrawable: Vec<Undrawable>,
    /// What was found in the free text. It is written only when each mention is decided.
    pub mentions: Vec<Mention>,
    /// Why it cannot be written at all; none where it can.
    pub failure: Option<Failure>,
}

/// What the packets of a round would hold.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RoundExportChecked {
    /// A packet for each candidate, in the order in which they were added.
    pub packets: Vec<RoundPacketChecked>,
}

/// What became of the packet of one candidate of a round.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RoundPacket {
    /// Whose.
    pub candidate_id: CandidateId,
    /// Their name.
    pub name: String,
    /// Scorecards that are missing in it: where there are any, it is an interim one.
    pub missing: u32,
    /// The file; none where it was not written.
    pub written: Option<Exported>,
    /// Why it was not written; none where it was.
    pub failure: Option<Failure>,
}

/// What became of the packets of a round.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RoundExported {
    /// The folder.
    #[ts(type = "string")]
    pub path: PathBuf,
    /// A packet for each candidate, in the order in which they were added.
    pub packets: Vec<RoundPacket>,
    /// Whether a person stopped it before all were written.
    pub stopped: bool,
}

/// Everybody in a round, in the order in which they were added: of two with one name, the first one is not numbered.
async fn people(app: &App, id: RoundId) -> Result<Vec<Candidate>, Failure> {
    let people = app
        .store()
        .read(move |r| {
            round::get(r, &id)?.ok_or_else(|| Failure::not_found("round", &id))?;
            let mut all = candidate::of_round(r, &id)?;
            all.sort_by(|one, other| (one.added_at, &one.id).cmp(&(other.added_at, &other.id)));
            Ok::<_, Failure>(all)
        })
        .await?;
    if people.is_empty() {
        return Err(Failure::invalid("Nobody is in this round, so there is no packet to write."));
    }
    Ok(people)
}

pub(crate) async fn round_export_check(app: &App, request: RoundExportCheck) -> Result<RoundExportChecked, Failure> {
    let mut packets = Vec::new();
    for one in people(app, request.round_id).await? {
        packets.push(checked(app, one, request.options.clone()).await);
    }
    Ok(RoundExportChecked { packets })
}

async fn checked(app: &App, one: Candidate, options: PacketOptions) -> RoundPacketChecked {
    let (candidate_id, name) = (one.id.clone(), one.name);
    let looked = async {
        let (made, shown) = packet(app, one.id.clone(), options, Language::default()).await?;
        // As for a single packet: mentions quote what people wrote.
        if !made.mentions.is_empty() {
            independence::keep_seen(app, shown).await?;
        }
        let document = Document::Packet(Box::new(made.packet), one.id);
        let (submitted, missing) = document.scorecards();
        let undrawable = on_a_thread(app, move |app| Ok(document.undrawable(app))).await?;
        Ok::<_, Failure>((submitted, missing, undrawable, made.mentions))
    };
    let (found, failure) = match looked.await {
        Ok(found) => (found, None),
        Err(failure) => (Default::default(), Some(failure)),
    };
    let (submitted, missing, undrawable, mentions) = found;
    RoundPacketChecked { candidate_id, name, submitted, missing, undrawable, mentions, failure }
}

pub(crate) async fn round_export(app: &App, request: RoundExport) -> Result<RoundExported, Failure> {
    let job = UnderWay::begin(app, request.job.clone())?;
    let print = print(app, request.paper, request.language.as_deref()).await?;
    let people = people(app, request.round_id.clone()).await?;
    not_inside(app, &request.path)?;
    let keys = keys(app, &people, &request, print.language, job.work()).await?;
    make(&request.path)?;
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let (mut names, mut packets, of) = (Names::default(), Vec::new(), count(people.len()));
    for one in people {
        job.work().tell(count(packets.len()), of);
        // Each has a key of its own: none of what one file tells helps to open another.
        let print = sealed(app, print.clone(), request.password.as_ref())?;
        packets.push(exported(app, one, (&request, &keys), print, &mut names, job.work()).await);
    }
    let stopped = packets.iter().any(|one| one.failure.as_ref().is_some_and(|why| why.code == Code::Stopped));
    Ok(RoundExported { path: request.path, packets, stopped })
}

fn make(folder: &Path) -> Result<(), Failure> {
    make_folder(folder).map_err(|error| {
        Failure::new(Code::CannotWrite, format!("{} cannot be made: {}.", path_words(folder), reason(&error)))
    })
}

async fn exported(
    app: &App,
    one: Candidate,
    (request, keys): (&RoundExport, &Keys),
    print: Print,
    names: &mut Names,
    work: &Work,
) -> RoundPacket {
    let (candidate_id, name, mut missing) = (one.id.clone(), one.name, 0);
    let made = async {
        work.goes_on()?;
        let options = options(&one.id, request, keys)?;
        let (made, shown) = packet(app, one.id.clone(), options, print.language).await?;
        let document = Document::Packet(Box::new(made.packet.clone()), one.id.clone());
        missing = document.scorecards().1;
        let there =
            |name: &str| request.if_there == IfThere::Number && fs::symlink_metadata(request.path.join(name)).is_ok();
        let path = request.path.join(names.free(&document.file_name(), there));
        let to = To { path, accept_undrawable: request.accept_undrawable };
        written(app, (made, shown), one.id, print, to, &work.part()).await
    };
    // What failed because the data were locked or closed meanwhile was stopped as well.
    let (written, failure) = match made.await {
        Ok(written) => (Some(written), None),
        Err(_) if work.goes_on().is_err() => (None, Some(stopped())),
        Err(failure) => (None, Some(failure)),
    };
    RoundPacket { candidate_id, name, missing, written, failure }
}

/// The keys of the mentions in each packet that can be made.
type Keys = BTreeMap<CandidateId, BTreeSet<String>>;

/// What there is to decide, where something is decided: each decision for everybody must be about a mention of somebody.
async fn keys(
    app: &App,
    people: &[Candidate],
    request: &RoundExport,
    language: Language,
    work: &Work,
) -> Result<Keys, Failure> {
    let common = &request.options.decisions;
    let own = request.decided.iter().map(|decided| &decided.decisions);
    own.chain([common]).try_for_each(|decisions| each_decided_once(decisions))?;
    let mut keys = Keys::new();
    if common.is_empty() && request.decided.is_empty() && !request.replace_rest {
        return Ok(keys);
    }
    for one in people {
        work.goes_on()?;
        // Why one cannot be made is told where it would be written.
        if let Ok((made, _)) = packet(app, one.id.clone(), request.options.clone(), language).await {
            keys.insert(one.id.clone(), made.mentions.into_iter().map(|mention| mention.key).collect());
        }
    }
    if !keys.is_empty() {
        known_to(common, keys.values().flatten().map(String::as_str))?;
    }
    Ok(keys)
}

/// The options for one of them, with what was decided for everybody and for this one, and what is proposed for the rest.
fn options(id: &CandidateId, request: &RoundExport, keys: &Keys) -> Result<PacketOptions, Failure> {
    let mut options = request.options.clone();
    let Some(keys) = keys.get(id) else { return Ok(options) };
    let own = request.decided.iter().filter(|decided| decided.candidate_id == *id);
    for decided in own {
        known_to(&decided.decisions, keys.iter().map(String::as_str))?;
        options.decisions.retain(|other| !decided.decisions.iter().any(|one| one.key == other.key));
        options.decisions.extend_from_slice(&decided.decisions);
    }
    if request.replace_rest {
        let rest: Vec<_> = keys.iter().filter(|key| !options.decisions.iter().any(|one| one.key == **key)).collect();
        let replaced = |key: &String| MentionDecision { key: key.clone(), replace: true, with: None };
        options.decisions.extend(rest.into_iter().map(replaced));
    }
    Ok(options)
}
