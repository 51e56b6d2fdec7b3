//! Records: what was done with each question. The time spent on it is kept by its interview.

use std::collections::HashMap;

use jiff::Timestamp;
use rusqlite::{Row, named_params};
use workbench_domain::{
    ids::{InterviewId, QuestionId},
    question::Question,
    rating::Rating,
    record::{Deviation, DeviationKind, ProbeAsked, QuestionRecord, Rated, Unjudged},
};

use crate::{Read, StoreError, Write, column, interview};

/// Sets the rating of a question, or takes it away.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such interview.
pub fn set_rating(
    w: &Write<'_>,
    interview: &InterviewId,
    question: &QuestionId,
    rated: Option<Rated>,
    now: Timestamp,
) -> Result<(), StoreError> {
    w.run(
        include_str!("put_rating.sql"),
        named_params! {
            ":interview": interview.as_str(), ":question": question.as_str(),
            ":rating": rated.map(|rated| rated.rating.code()),
            ":unjudged": rated.and_then(|rated| rated.unjudged).map(Unjudged::code), ":now": now.as_millisecond(),
        },
    )?;
    interview::touch(w, interview, now)
}

/// Says how a question was not asked as the kit has it, or takes that back.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such interview.
pub fn set_deviation(
    w: &Write<'_>,
    interview: &InterviewId,
    question: &QuestionId,
    deviation: Option<&Deviation>,
) -> Result<(), StoreError> {
    w.run(
        include_str!("put_deviation.sql"),
        named_params! {
            ":interview": interview.as_str(), ":question": question.as_str(),
            ":deviation": deviation.map(|d| d.kind.code()), ":reason": deviation.map_or("", |d| d.reason.as_str()),
        },
    )?;
    Ok(())
}

/// Writes how often a probe was asked; no number is the unplanned ones.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such interview.
pub fn set_probe(
    w: &Write<'_>,
    interview: &InterviewId,
    question: &QuestionId,
    number: Option<u32>,
    asked: u32,
) -> Result<(), StoreError> {
    let (interview, question, number) = (interview.as_str(), question.as_str(), number.unwrap_or(0));
    if asked == 0 {
        let params = named_params! {":interview": interview, ":question": question, ":number": number};
        w.run(include_str!("remove_probe.sql"), params)?;
    } else {
        let params = named_params! {
            ":interview": interview, ":question": question, ":number": number, ":asked": asked,
        };
        w.run(include_str!("put_probe.sql"), params)?;
    }
    Ok(())
}

/// The record of one question; an empty one where nothing was written yet.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn get(r: &Read<'_>, interview: &InterviewId, question: &QuestionId) -> Result<QuestionRecord, StoreError> {
    let params = named_params! {":interview": interview.as_str(), ":question": question.as_str()};
    let found = r.one(include_str!("find.sql"), params, read)?;
    let mut record = found.unwrap_or_else(|| QuestionRecord::empty(question.clone()));
    record.probes = r.many(include_str!("list_probes_of_question.sql"), params, |row| Ok(probe(row)?.1))?;
    Ok(record)
}

/// A record for each of these questions, in their order.
pub(crate) fn of_interview(
    r: &Read<'_>,
    interview: &InterviewId,
    questions: &[Question],
) -> Result<Vec<QuestionRecord>, StoreError> {
    let params = named_params! {":interview": interview.as_str()};
    let written = r.many(include_str!("list.sql"), params, read)?;
    let mut written: HashMap<_, _> = written.into_iter().map(|record| (record.question_id.clone(), record)).collect();
    for (question, asked) in r.many(include_str!("list_probes.sql"), params, probe)? {
        let record = written.entry(question.clone()).or_insert_with(|| QuestionRecord::empty(question));
        record.probes.push(asked);
    }
    let one = |question: &Question| {
        written.remove(&question.id).unwrap_or_else(|| QuestionRecord::empty(question.id.clone()))
    };
    Ok(questions.iter().map(one).collect())
}

fn read(row: &Row<'_>) -> Result<QuestionRecord, StoreError> {
    let kind = column::word_or_none(row, "deviation", DeviationKind::from_code)?;
    let reason: String = row.get("deviation_reason")?;
    Ok(QuestionRecord {
        question_id: column::id(row, "question_id")?,
        rating: column::word_or_none(row, "rating", Rating::from_code)?,
        unjudged: column::word_or_none(row, "unjudged", Unjudged::from_code)?,
        spent_seconds: row.get("spent_seconds")?,
        probes: Vec::new(),
        deviation: kind.map(|kind| Deviation { kind, reason }),
    })
}

fn probe(row: &Row<'_>) -> Result<(QuestionId, ProbeAsked), StoreError> {
    let number: u32 = row.get("number")?;
    let asked = ProbeAsked { number: (number > 0).then_some(number), asked: row.get("asked")? };
    Ok((column::id(row, "question_id")?, asked))
}
