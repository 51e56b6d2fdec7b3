//! How firm the first place of a comparison is, in the words of a document's language: for its pages, and for files of text.

use workbench_domain::compare::CompareTable;

use crate::{
    blocks::isolate,
    comparison_blocks::{named, names},
    labels::Say,
};

/// What would change the first place, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Firmness {
    /// Its heading.
    pub heading: String,
    /// A sentence each: who is first, what would change that, and how it was found out.
    pub lines: Vec<String>,
    /// Over the shares: who comes first, with any weights, and with weights near the role's.
    pub head: [String; 3],
    /// In how many drawings each of those comes first who does at all.
    pub shares: Vec<[String; 3]>,
}

/// None where there is no first place to speak of.
pub(crate) fn firmness(table: &CompareTable, say: Say) -> Option<Firmness> {
    let firm = table.order.firmness.as_ref()?;
    let mut lines = vec![say.with("firm.first", &[("who", &names(table, &firm.first, say))])];
    if let Some(tipping) = &firm.tipping {
        let row = table.rows.iter().find(|row| row.competency.id == tipping.competency_id);
        let name = row.map_or_else(String::new, |row| isolate(&row.competency.name));
        let key = if tipping.to > f64::from(tipping.from) { "firm.tips_more" } else { "firm.tips_less" };
        lines.push(say.with(
            key,
            &[
                ("who", &named(table, &tipping.candidate_id)),
                ("competency", &name),
                ("to", &say.figure(tipping.to)),
                ("from", &tipping.from),
            ],
        ));
    }
    for without in firm.without.iter().filter(|without| without.changes) {
        let rater = isolate(&without.interviewer);
        lines.push(match without.first.as_slice() {
            [] => say.with("firm.without_nobody", &[("rater", &rater)]),
            first => say.with("firm.without", &[("rater", &rater), ("who", &names(table, first, say))]),
        });
    }
    let same: Vec<String> =
        firm.without.iter().filter(|without| !without.changes).map(|without| isolate(&without.interviewer)).collect();
    if let Some((last, rest)) = same.split_last() {
        let raters = match rest {
            [] => last.clone(),
            rest => say.with("firm.any_two", &[("first", &say.list(rest)), ("last", last)]),
        };
        lines.push(say.with("firm.without_same", &[("raters", &raters), ("who", &names(table, &firm.first, say))]));
    }
    lines.push(say.with("firm.draws", &[("draws", &say.whole(firm.draws)), ("seed", &firm.seed)]));
    let shares = firm.shares.iter().filter(|share| share.any > 0.0);
    let shares = shares
        .map(|share| [named(table, &share.candidate_id), say.percent(share.any), say.percent(share.near)])
        .collect();
    let head = ["firm.comes_first", "firm.any", "firm.near"].map(|key| say.text(key).to_owned());
    Some(Firmness { heading: say.text("firm.heading").to_owned(), lines, head, shares })
}
