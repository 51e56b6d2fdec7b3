//! Kits as they are published.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    bank::Origin,
    ids::{KitId, RoleId},
    kit::{Kit, KitContent},
};
use workbench_store::{
    Read,
    bank::{self, DraftKind},
    kit::{self, KitVersion},
    question,
};

use crate::{App, failure::Failure, nothing::Nothing};

/// A kit in a list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct KitCard {
    /// The kit.
    pub id: KitId,
    /// The role it is for.
    pub role_id: RoleId,
    /// That role's title.
    pub role: String,
    /// The kit's title.
    pub title: String,
    /// The newest version's number.
    pub version: u32,
    /// How long the meeting is, in minutes.
    pub slot_minutes: u32,
    /// Planned time of the required questions, in minutes.
    pub planned_minutes: u32,
    /// Required questions.
    pub required: u32,
    /// Optional questions.
    pub optional: u32,
    /// The pack that it came with; empty for one built here.
    pub pack: String,
    /// Whether the version that counts is the pack's or was made here.
    pub origin: Origin,
    /// Whether it was put away.
    pub archived: bool,
    /// Questions that have other words in the bank than in this version.
    pub outdated: u32,
    /// The number of the version that its pack offers beside one's own; `kit_versions` has it.
    pub offered: Option<u32>,
    /// Whether a draft of it is being built.
    pub draft: bool,
}

/// The kits.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct KitList {
    /// In the order in which they were first added.
    pub kits: Vec<KitCard>,
    /// Those that were put away, likewise.
    pub archived: Vec<KitCard>,
}

/// Asks for one kit.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KitGet {
    /// Which.
    pub kit_id: KitId,
}

/// One kit with its questions.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct KitDetail {
    /// The kit, its role and its questions.
    pub content: KitContent,
    /// The version's number, from 1.
    pub version: u32,
    /// The version's content hash.
    pub hash: String,
    /// Whether it is the pack's or was made here.
    pub origin: Origin,
    /// When it was made here.
    #[ts(type = "Timestamp")]
    pub made_at: Timestamp,
}

pub(crate) async fn kit_list(app: &App, _: Nothing) -> Result<KitList, Failure> {
    app.store()
        .read(|r| {
            let cards = |archived: bool| {
                kit::list(r, archived)?.iter().map(|version| card(r, version, archived)).collect::<Result<Vec<_>, _>>()
            };
            Ok::<_, Failure>(KitList { kits: cards(false)?, archived: cards(true)? })
        })
        .await
}

fn card(r: &Read<'_>, version: &KitVersion, archived: bool) -> Result<KitCard, Failure> {
    let content = &version.content;
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let count = |required: bool| number(content.kit.questions.iter().filter(|q| q.required == required).count());
    let mut outdated = 0;
    for asked in &content.questions {
        let now = question::get(r, &asked.id)?;
        outdated += u32::from(now.is_some_and(|now| now.question != *asked));
    }
    let id = &content.kit.id;
    Ok(KitCard {
        id: id.clone(),
        role_id: content.role.id.clone(),
        role: content.role.title.clone(),
        title: content.kit.title.clone(),
        version: version.number,
        slot_minutes: content.kit.slot_minutes,
        planned_minutes: content.planned_minutes(),
        required: count(true),
        optional: count(false),
        pack: id.as_str().split_once('/').map_or_else(String::new, |(pack, _)| pack.to_owned()),
        origin: version.origin,
        archived,
        outdated,
        offered: kit::state(r, id)?.and_then(|state| state.offered),
        draft: bank::draft::<Kit>(r, DraftKind::Kit, id.as_str())?.is_some(),
    })
}

impl KitDetail {
    pub(crate) fn of(version: KitVersion) -> Self {
        let KitVersion { content, number, hash, origin, made_at } = version;
        Self { content, version: number, hash, origin, made_at }
    }
}

/// The versions of a kit.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct KitVersions {
    /// Newest first.
    pub versions: Vec<KitDetail>,
}

pub(crate) async fn kit_versions(app: &App, request: KitGet) -> Result<KitVersions, Failure> {
    let versions = app.store().read(move |r| Ok::<_, Failure>(kit::versions(r, &request.kit_id)?)).await?;
    Ok(KitVersions { versions: versions.into_iter().map(KitDetail::of).collect() })
}

pub(crate) async fn kit_get(app: &App, request: KitGet) -> Result<KitDetail, Failure> {
    let id = request.kit_id;
    let found = {
        let id = id.clone();
        app.store().read(move |r| Ok::<_, Failure>(kit::get(r, &id)?)).await?
    };
    let version = found.ok_or_else(|| Failure::not_found("kit", id))?;
    Ok(KitDetail::of(version))
}
