//! How far the raters of a comparison agree, in some lines: each of the two by its name, largest gaps first.

use workbench_domain::{
    agreement::{
        CompetencyAgreement, UNITS_FEW,
        panel::{GapGiven, PanelName, PanelView, Panels},
    },
    formula::printed,
};

use crate::{
    blocks::{Block, Para, Style, isolate},
    packet_blocks::heading,
    wording::count,
};

/// So many gaps are printed of each.
const GAPS: usize = 3;

/// Nothing where nobody was rated by two.
pub(crate) fn blocks(panels: &Panels, blocks: &mut Vec<Block>) {
    let rated = |view: &PanelView| view.told.competencies.iter().any(|one| one.units > 0);
    let both = [
        (&panels.agreement, "people who heard the same answers, as lead and scribe of one meeting"),
        (&panels.consistency, "separate interviews, each with answers of its own"),
    ];
    if !both.iter().any(|(view, _)| rated(view)) {
        return;
    }
    blocks.push(heading("How far raters agree"));
    for (view, whose) in both.into_iter().filter(|(view, _)| rated(view)) {
        let head = format!("{}: {whose}", view.told.word);
        blocks.push(Block::Para(Para::text(head, Style::TABLE.strong()).before(4.0).with_next()));
        let shown: Vec<&CompetencyAgreement> =
            view.told.competencies.iter().filter(|one| one.pairs.is_some()).collect();
        let mut lines: Vec<String> = view.given.iter().take(GAPS).map(|one| gap(panels, one)).collect();
        if shown.is_empty() {
            lines.push(format!(
                "Fewer than {UNITS_FEW} candidates were rated by two, so nothing is said of how far they agree."
            ));
        }
        lines.extend(shown.into_iter().filter_map(|one| share(panels, one)));
        blocks.extend(lines.into_iter().map(|line| Block::Para(Para::text(line, Style::SMALL).before(2.0))));
    }
    if panels.after_seeing_others > 0 {
        let cards = count(panels.after_seeing_others, "scorecard", "scorecards");
        let line = format!("Left out: {cards} submitted after another's on the candidate was seen.");
        blocks.push(Block::Para(Para::text(line, Style::SMALL).before(2.0)));
    }
}

fn name(names: &[PanelName], id: &str) -> String {
    isolate(names.iter().find(|one| one.id == id).map_or(id, |one| one.name.as_str()))
}

fn gap(panels: &Panels, gap: &GapGiven) -> String {
    let given = gap.given.iter().map(|one| format!("{} {}", isolate(&one.interviewer), printed(one.mean)));
    format!(
        "{}, {}: {}.",
        name(&panels.candidates, gap.candidate_id.as_str()),
        name(&panels.competencies, gap.competency_id.as_str()),
        given.collect::<Vec<_>>().join(", ")
    )
}

fn share(panels: &Panels, one: &CompetencyAgreement) -> Option<String> {
    let pairs = one.pairs?;
    let name = name(&panels.competencies, one.competency_id.as_str());
    let (units, all) = (count(one.units, "candidate", "candidates"), count(pairs.pairs, "pair", "pairs"));
    let alpha = one.coefficients.as_ref().filter(|_| !one.too_few_to_tell).map(|all| &all.alpha);
    let alpha = match alpha {
        None => "; too few to tell more".to_owned(),
        Some(alpha) => match (alpha.value, alpha.low.zip(alpha.high)) {
            (Some(value), Some((low, high))) => format!("; alpha {value:.2}, 95 % {low:.2} to {high:.2}"),
            (Some(value), None) => format!("; alpha {value:.2}, no interval"),
            (None, _) => format!("; alpha undefined: {}", alpha.reason.as_deref().unwrap_or_default()),
        },
    };
    Some(format!(
        "{name}: {units}; of {all}, {} the same and {} within one level{alpha}.",
        pairs.same, pairs.within_one
    ))
}
