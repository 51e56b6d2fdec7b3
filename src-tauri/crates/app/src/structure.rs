//! The structure meter of a kit. How it judges is in `workbench_domain::structure`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    ids::KitId,
    structure::{Component, ComponentMet, Held, structure},
    text,
};
use workbench_store::{Read, declaration, interview, kit, usage};

use crate::{App, failure::Failure, kit::KitGet};

/// Declares a component of a kit's structure.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StructureDeclare {
    /// Of which kit.
    pub kit_id: KitId,
    /// Which of the components that only people can say.
    pub component: Component,
    /// How and when; an empty note takes the declaration back.
    pub note: String,
}

/// Which components of structure a kit and its interviews meet.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct KitStructure {
    /// The fifteen, in the order of the review.
    pub components: Vec<ComponentMet>,
    /// How many are met by data.
    pub met: u32,
    /// How many are declared.
    pub declared: u32,
    /// How many submitted interviews it was judged by.
    pub interviews: u32,
}

fn of(r: &Read<'_>, id: &KitId) -> Result<KitStructure, Failure> {
    let content = kit::get(r, id)?.ok_or_else(|| Failure::not_found("kit", id))?.content;
    let mut held = Vec::new();
    for interview in usage::held(r, id)? {
        held.extend(interview::load(r, &interview)?.as_ref().map(Held::of));
    }
    let components = structure(&content, &held, &declaration::of_kit(r, id)?);
    let count = |declared: bool| {
        let met = components.iter().filter(|one| one.declared == declared && one.met == Some(true)).count();
        u32::try_from(met).unwrap_or(u32::MAX)
    };
    let interviews = u32::try_from(held.len()).unwrap_or(u32::MAX);
    Ok(KitStructure { met: count(false), declared: count(true), interviews, components })
}

pub(crate) async fn kit_structure(app: &App, request: KitGet) -> Result<KitStructure, Failure> {
    app.store().read(move |r| of(r, &request.kit_id)).await
}

pub(crate) async fn structure_declare(app: &App, request: StructureDeclare) -> Result<KitStructure, Failure> {
    let StructureDeclare { kit_id, component, note } = request;
    if !component.is_declared() {
        let [title, judged, _] = component.words();
        return Err(Failure::invalid(format!("\"{title}\" is judged by data: {judged}")));
    }
    let note = if note.trim().is_empty() { None } else { Some(text::free_text("The note", &note)?) };
    let now = app.now();
    app.store()
        .write(move |w| {
            if kit::get(w, &kit_id)?.is_none() {
                return Err(Failure::not_found("kit", &kit_id));
            }
            declaration::set(w, &kit_id, component, note.as_deref(), now)?;
            of(w, &kit_id)
        })
        .await
}
