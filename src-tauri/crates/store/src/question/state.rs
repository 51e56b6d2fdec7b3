//! What of a question changes while its versions stay: which one counts, and how the question is marked.

use rusqlite::{Row, named_params};
use workbench_domain::{bank::ItemState, ids::QuestionId, question::Question};

use crate::{Read, StoreError, Write, column, fold};

/// The state of a question; none if there never was one with this id.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn state(r: &Read<'_>, id: &QuestionId) -> Result<Option<ItemState>, StoreError> {
    r.one(include_str!("find_state.sql"), named_params! {":question": id.as_str()}, read)
}

/// Sets the state of a question. A version that does not count is in no list and found by no search.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such question or version.
pub fn set_state(w: &Write<'_>, id: &QuestionId, new: &ItemState) -> Result<(), StoreError> {
    let question = named_params! {":question": id.as_str()};
    let old = state(w, id)?.ok_or_else(|| StoreError::Bug(format!("there is no question {id}")))?;
    if old.version != new.version {
        if old.version.is_some() {
            w.run(include_str!("forget_tags.sql"), question)?;
            w.run(include_str!("forget_newest.sql"), question)?;
        }
        mark(w, id, new.version)?;
    }
    let milliseconds = |time: Option<jiff::Timestamp>| time.map(jiff::Timestamp::as_millisecond);
    w.change(
        "question",
        include_str!("set_marks.sql"),
        named_params! {
            ":question": id.as_str(), ":archived": milliseconds(new.archived_at),
            ":leaked": milliseconds(new.leaked_at), ":offered": new.offered,
        },
    )
}

/// Lets a version count, and with it what is searched and filtered by.
fn mark(w: &Write<'_>, id: &QuestionId, number: Option<u32>) -> Result<(), StoreError> {
    let Some(number) = number else {
        return w.change(
            "question",
            include_str!("set_newest.sql"),
            named_params! {
                ":question": id.as_str(), ":number": None::<u32>, ":row": None::<i64>, ":section": "", ":type": "",
                ":competency": "", ":level": "",
            },
        );
    };
    let params = named_params! {":question": id.as_str(), ":number": number};
    let found = w.one(include_str!("find_number.sql"), params, |row| {
        Ok((row.get::<_, i64>("row_id")?, column::doc::<Question>(row, "doc")?))
    })?;
    let (row, q) = found.ok_or_else(|| StoreError::Bug(format!("the question {id} has no version {number}")))?;
    let q = &q;
    w.run(
        include_str!("mark_newest.sql"),
        named_params! {
            ":row": row, ":question": id.as_str(), ":title": fold::fold(&q.title), ":body": fold::fold(&body(q)),
        },
    )?;
    w.change(
        "question",
        include_str!("set_newest.sql"),
        named_params! {
            ":question": id.as_str(), ":number": number, ":row": row, ":section": q.section,
            ":type": q.question_type.map_or("", |kind| kind.code()), ":competency": q.competency.as_str(), ":level": q.level,
        },
    )?;
    for tag in &q.tags {
        w.run(include_str!("add_tag.sql"), named_params! {":row": row, ":tag": tag})?;
    }
    Ok(())
}

/// Everything that is searched beside the title.
fn body(question: &Question) -> String {
    let single = [&question.prompt, &question.section, &question.competency.0, &question.guidance];
    let lists = [&question.indicators, &question.red_flags, &question.probes, &question.tags];
    let all: Vec<&str> = single.into_iter().chain(lists.into_iter().flatten()).map(String::as_str).collect();
    all.join("\n")
}

pub(super) fn read(row: &Row<'_>) -> Result<ItemState, StoreError> {
    Ok(ItemState {
        version: row.get("newest")?,
        archived_at: column::time_or_none(row, "archived_at")?,
        leaked_at: column::time_or_none(row, "leaked_at")?,
        offered: row.get("offered")?,
    })
}
