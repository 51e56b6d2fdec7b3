//! Roles and kits.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    ids::{KitId, RoleId},
    kit::{KitContent, Role},
};
use workbench_store::{kit, role};

use crate::{App, failure::Failure, nothing::Nothing};

/// The roles.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RoleList {
    /// By title.
    pub roles: Vec<Role>,
}

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
}

/// The kits.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct KitList {
    /// In the order of their packs.
    pub kits: Vec<KitCard>,
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
}

pub(crate) async fn role_list(app: &App, _: Nothing) -> Result<RoleList, Failure> {
    let roles = app.store().read(|r| Ok::<_, Failure>(role::list(r)?)).await?;
    Ok(RoleList { roles })
}

pub(crate) async fn kit_list(app: &App, _: Nothing) -> Result<KitList, Failure> {
    let kits = app.store().read(|r| Ok::<_, Failure>(kit::list(r)?)).await?;
    Ok(KitList { kits: kits.iter().map(|version| card(&version.content, version.number)).collect() })
}

fn card(content: &KitContent, version: u32) -> KitCard {
    let count = |required: bool| {
        u32::try_from(content.kit.questions.iter().filter(|q| q.required == required).count()).unwrap_or(u32::MAX)
    };
    KitCard {
        id: content.kit.id.clone(),
        role_id: content.role.id.clone(),
        role: content.role.title.clone(),
        title: content.kit.title.clone(),
        version,
        slot_minutes: content.kit.slot_minutes,
        planned_minutes: content.planned_minutes(),
        required: count(true),
        optional: count(false),
    }
}

pub(crate) async fn kit_get(app: &App, request: KitGet) -> Result<KitDetail, Failure> {
    let id = request.kit_id;
    let found = {
        let id = id.clone();
        app.store().read(move |r| Ok::<_, Failure>(kit::get(r, &id)?)).await?
    };
    let version = found.ok_or_else(|| Failure::not_found("kit", id))?;
    Ok(KitDetail { content: version.content, version: version.number, hash: version.hash })
}
