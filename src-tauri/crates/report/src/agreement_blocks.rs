//! How far the raters of a comparison agree, in some lines: each of the two by its name, largest gaps first.

use workbench_domain::agreement::{
    CompetencyAgreement, UNITS_FEW,
    panel::{GapGiven, PanelName, PanelView, Panels},
};

use crate::{
    blocks::{Block, Para, Style, isolate},
    labels::Say,
    packet_blocks::heading,
};

/// So many gaps are printed of each.
const GAPS: usize = 3;

/// Nothing where nobody was rated by two.
pub(crate) fn blocks(panels: &Panels, say: Say, blocks: &mut Vec<Block>) {
    let rated = |view: &PanelView| view.told.competencies.iter().any(|one| one.units > 0);
    let both = [(&panels.agreement, "agreement.same_answers"), (&panels.consistency, "agreement.separate_interviews")];
    if !both.iter().any(|(view, _)| rated(view)) {
        return;
    }
    blocks.push(heading(say.text("agreement.heading")));
    for (view, key) in both.into_iter().filter(|(view, _)| rated(view)) {
        blocks.push(Block::Para(Para::text(say.text(key), Style::TABLE.strong()).before(4.0).with_next()));
        let shown: Vec<&CompetencyAgreement> =
            view.told.competencies.iter().filter(|one| one.pairs.is_some()).collect();
        let mut lines: Vec<String> = view.given.iter().take(GAPS).map(|one| gap(panels, one, say)).collect();
        if shown.is_empty() {
            lines.push(say.count("agreement.too_few", u32::try_from(UNITS_FEW).unwrap_or(u32::MAX)));
        }
        lines.extend(shown.into_iter().filter_map(|one| share(panels, one, say)));
        blocks.extend(lines.into_iter().map(|line| Block::Para(Para::text(line, Style::SMALL).before(2.0))));
    }
    if panels.after_seeing_others > 0 {
        let cards = say.count("count.scorecard", panels.after_seeing_others);
        let line = say.with("agreement.left_out", &[("scorecards", &cards)]);
        blocks.push(Block::Para(Para::text(line, Style::SMALL).before(2.0)));
    }
}

fn name(names: &[PanelName], id: &str) -> String {
    isolate(names.iter().find(|one| one.id == id).map_or(id, |one| one.name.as_str()))
}

fn gap(panels: &Panels, gap: &GapGiven, say: Say) -> String {
    let given = gap.given.iter().map(|one| {
        say.with("agreement.given", &[("who", &isolate(&one.interviewer)), ("mean", &say.figure(one.mean))])
    });
    say.with(
        "agreement.gap",
        &[
            ("candidate", &name(&panels.candidates, gap.candidate_id.as_str())),
            ("competency", &name(&panels.competencies, gap.competency_id.as_str())),
            ("given", &say.list(&given.collect::<Vec<_>>())),
        ],
    )
}

fn share(panels: &Panels, one: &CompetencyAgreement, say: Say) -> Option<String> {
    let pairs = one.pairs?;
    let name = name(&panels.competencies, one.competency_id.as_str());
    let alpha = one.coefficients.as_ref().filter(|_| !one.too_few_to_tell).map(|all| &all.alpha);
    let alpha = match alpha {
        None => say.text("agreement.alpha_few").to_owned(),
        Some(alpha) => {
            let two = |value: f64| say.decimal(&format!("{value:.2}"));
            match (alpha.value, alpha.low.zip(alpha.high)) {
                (Some(value), Some((low, high))) => {
                    say.with("agreement.alpha", &[("value", &two(value)), ("low", &two(low)), ("high", &two(high))])
                }
                (Some(value), None) => say.with("agreement.alpha_alone", &[("value", &two(value))]),
                (None, _) => {
                    let why = alpha.reason.as_deref().unwrap_or_default();
                    say.with("agreement.alpha_undefined", &[("why", &why)])
                }
            }
        }
    };
    Some(say.with(
        "agreement.share",
        &[
            ("competency", &name),
            ("candidates", &say.count("count.candidate", one.units)),
            ("pairs", &say.count("count.pair", pairs.pairs)),
            ("same", &say.whole(pairs.same)),
            ("near", &say.whole(pairs.within_one)),
            ("alpha", &alpha),
        ],
    ))
}
