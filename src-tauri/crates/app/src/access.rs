//! Everything that is kept about one person, as a folder for that person: the data, what was attached, the copy to read, and a
//! text that says what is what. `docs/access-data.md` describes the data.

mod readme;
mod records;

use std::path::{Path, PathBuf};

use jiff::{Timestamp, tz::TimeZone};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    candidate::Candidate,
    canonical,
    ids::CandidateId,
    independence::{Veil, owed},
    log::{Act, Deed, Subject},
    packet::{Audience, Mention, MentionDecision, MentionKind, OwnCopyAsk, Packet, PacketOptions, Redaction},
    text::isolate,
};
use workbench_report::{Language, Paper, Unwatched, sign};
use workbench_store::{Read, candidate, log, person, seen};

use self::records::Records;
use crate::{
    App, compare,
    disk::path_words,
    document::Document,
    export::{not_inside, on_a_thread},
    failure::{Code, Failure},
    independence, packet, signing,
    status::paper,
};

/// Writes everything about a person to a new folder.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AccessExport {
    /// About whom.
    pub candidate_id: CandidateId,
    /// The folder that is made. Nothing that is there is overwritten.
    pub path: PathBuf,
    /// On which paper the copy to read is; as in the settings when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub paper: Option<Paper>,
    /// What the person is told, and whether the interviewers' names are left out.
    #[serde(default)]
    #[ts(optional, as = "Option<OwnCopyAsk>")]
    pub own_copy: OwnCopyAsk,
}

/// A folder that was written.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AccessExported {
    /// Where it is.
    #[ts(type = "string")]
    pub path: PathBuf,
    /// How many files are in it.
    pub files: u32,
    /// How many records are in the data.
    pub records: u32,
    /// How many of them are notes that were hidden.
    pub hidden: u32,
    /// In how many places of the data a name of somebody else was replaced.
    pub replaced: u32,
    /// How many sentences of the copy may compare with other candidates. They stay: read them before it is given away.
    pub comparisons: u32,
    /// How many characters of the copy no font at hand can draw. They are printed as codes; the data has them as they are.
    pub undrawable: u32,
}

/// What is kept about the person, at one moment.
struct Taken {
    packet: Packet,
    records: Records,
    comparisons: usize,
    shown: Vec<CandidateId>,
}

pub(crate) async fn access_export(app: &App, request: AccessExport) -> Result<AccessExported, Failure> {
    let AccessExport { candidate_id: id, path, paper: asked, own_copy } = request;
    not_inside(app, &path)?;
    free(&path)?;
    let (paper, now, zone) = (paper(app, asked).await?, app.now(), app.deps().clock.zone());
    let about = id.clone();
    let Taken { packet, records, comparisons, shown } =
        app.store().read(move |r| taken(r, &about, own_copy, now, &zone)).await?;
    independence::keep_seen(app, shown).await?;

    let names_left_out = packet.own_copy.as_ref().and_then(|own| own.names_left_out.clone());
    let document = Document::Packet(Box::new(packet), id.clone());
    let (key, document) = signing::prepared(app, document).await?;
    let (hidden, replaced, number) = (records.hidden, records.replaced, records.number);
    let (files, undrawable) = on_a_thread(app, move |app| {
        let undrawable = document.undrawable(app).len();
        let mut rendered = document.render(app, paper.into(), &Unwatched)?;
        if let Some(key) = key {
            sign(&mut rendered.bytes, |message| key.sign(message));
        }
        let mut files = vec![("own-copy.pdf".to_owned(), rendered.bytes)];
        files.push(("data.json".to_owned(), records.json.into_bytes()));
        files.extend(records.attachments);
        let text = readme::text(&files, &readme::Said { hidden, replaced, undrawable, names_left_out });
        files.insert(0, ("README.txt".to_owned(), text.into_bytes()));
        Ok((files, undrawable))
    })
    .await?;

    // No file of ours is in the world that the log does not know.
    let hashes: Vec<(&str, String)> =
        files.iter().map(|(name, bytes)| (name.as_str(), canonical::hash_bytes(bytes))).collect();
    let content = canonical::hash(&hashes);
    let (actor, at) = (app.owner().await?.id, app.now());
    let deed = Deed { at, actor, act: Act::AccessExport, subjects: vec![Subject::Candidate(id)], content };
    app.store().write(move |w| Ok::<_, Failure>(log::add(w, deed)?)).await?;
    let (written, to) = (count(files.len()), path.clone());
    on_a_thread(app, move |app| app.deps().disk.write_folder(&to, &files)).await?;
    Ok(AccessExported {
        path,
        files: written,
        records: number,
        hidden,
        replaced,
        comparisons: count(comparisons),
        undrawable: count(undrawable),
    })
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Refuses a place where something is, before anything is shown or logged; the folder itself is made later, whole.
fn free(path: &Path) -> Result<(), Failure> {
    let taken = std::fs::symlink_metadata(path).is_ok()
        && std::fs::read_dir(path).map_or(true, |mut inside| inside.next().is_some());
    if taken {
        return Err(Failure::new(
            Code::CannotWrite,
            format!("{} is there already. Nothing was changed. Choose another name or place.", path_words(path)),
        ));
    }
    Ok(())
}

fn taken(
    r: &Read<'_>,
    id: &CandidateId,
    own_copy: OwnCopyAsk,
    now: Timestamp,
    zone: &TimeZone,
) -> Result<Taken, Failure> {
    let person = candidate::get(r, id)?.ok_or_else(|| Failure::not_found("candidate", id))?;
    nothing_owed(r, &person)?;
    let tables = person::everything(r, id)?;
    let hidden = if own_copy.names_left_out.is_some() { records::interviewers(r, &tables)? } else { Vec::new() };
    let redaction = redaction(r, &person, &hidden)?;
    // The packet knows the panel's names; those that only a record has are looked for as well.
    let find = hidden.iter().flat_map(|(name, _)| parts(name)).collect();
    let options = PacketOptions { audience: Audience::Candidate, own_copy, find, ..PacketOptions::default() };
    let language = Language::default();
    let (prepared, mut shown) = packet::made(r, id, &options, language, (now, zone))?;
    // Nobody is asked about each place here: names are replaced, sentences stay.
    let decisions = prepared.mentions.iter().map(|one| decided(one, &redaction)).collect();
    let comparisons = prepared.mentions.iter().filter(|one| one.kind == MentionKind::Comparison).count();
    let (prepared, _) = packet::made(r, id, &PacketOptions { decisions, ..options }, language, (now, zone))?;
    let held = compare::record(r, id)?.interviews;
    if let Some(me) = independence::reader(r)?.filter(|me| held.iter().any(|one| one.interviewer.id != me.id)) {
        // Also what others have not submitted is in it.
        if seen::get(r, &me.id, id)?.is_none() && !shown.contains(id) {
            shown.push(id.clone());
        }
    }
    let records = records::of(r, &person, &prepared.packet, tables, &redaction, now)?;
    Ok(Taken { packet: prepared.packet, records, comparisons, shown })
}

/// A name as a whole, and what of it is long enough to be one by itself.
fn parts(name: &str) -> Vec<String> {
    let parts = name.split_whitespace().filter(|part| part.chars().count() > 2 && *part != name);
    std::iter::once(name).chain(parts).map(str::to_owned).collect()
}

fn decided(mention: &Mention, redaction: &Redaction) -> MentionDecision {
    let replace = mention.kind != MentionKind::Comparison && redaction.text(&mention.found).1 > 0;
    let with = (mention.kind == MentionKind::Asked).then(|| Language::default().stand_ins().an_interviewer);
    MentionDecision { key: mention.key.clone(), replace, with }
}

/// Refuses while the reader owes a scorecard: everything is in it, what others rated and what was decided.
fn nothing_owed(r: &Read<'_>, person: &Candidate) -> Result<(), Failure> {
    let first = match owed(person, independence::reader(r)?.as_ref()) {
        None => return Ok(()),
        Some(Veil::Own) => format!(
            "Your scorecard on {} is not submitted. Submit it first: everything that others wrote is in this folder.",
            isolate(&person.name)
        ),
        Some(Veil::Round { candidate }) => independence::round_first(&candidate),
    };
    Err(Failure::new(Code::Hidden, first))
}

/// The names of other people that are taken out: of other candidates always, of interviewers where they are left out.
fn redaction(r: &Read<'_>, person: &Candidate, interviewers: &[(String, String)]) -> Result<Redaction, Failure> {
    let called = Language::default().stand_ins().another_candidate;
    let mut redaction = Redaction::about(&[&person.name, &person.spoken_name]);
    for other in packet::round(r, person)?.into_iter().filter(|other| other.id != person.id) {
        redaction.other_candidate(&other.name, &called);
    }
    interviewers.iter().for_each(|(name, called)| redaction.interviewer(name, called));
    Ok(redaction)
}
