//! Figures as pictures: dots on a scale, how often each level was given, bars that join. The words beside them say the same.

use crate::{
    blocks::{Align, Span, Style},
    display::{Ink, Item, Placed, Shape},
    layout::{RULE, line_items, rect},
    overview_blocks::BAR_STEP,
    structure::{FURNITURE, Tag},
    text::Typesetter,
};

/// Values on the scale from 1 to 5, in this width, their middle at `y`; with the span that one may be off.
pub(crate) fn on_scale(values: &[f32], error: Option<f32>, (x, y, width): (f32, f32, f32)) -> Vec<Placed> {
    const DOT: f32 = 2.2;
    let (from, length) = (x + DOT, width - DOT * 2.0);
    let at = |value: f32| from + (value.clamp(1.0, 5.0) - 1.0) / 4.0 * length;
    let mut items = vec![rect(from, y - RULE / 2.0, length, RULE, Ink::Rule)];
    items.extend((1..=5_u8).map(|level| rect(at(f32::from(level)) - RULE / 2.0, y - 2.0, RULE, 4.0, Ink::Rule)));
    if let (Some(error), [value]) = (error, values) {
        let (low, high) = (at(value - 1.96 * error), at(value + 1.96 * error));
        items.push(rect(low, y - 0.6, high - low, 1.2, Ink::Quiet));
    }
    let mut before: Vec<f32> = Vec::new();
    for value in values {
        // Two of one value stand one above the other.
        let same = before.iter().filter(|one| (*one - value).abs() < 0.05).count();
        before.push(*value);
        let y = y - same as f32 * DOT;
        items.push(Placed {
            x: at(*value),
            y,
            item: Item::Shape(Shape::Disc { radius: DOT }, Ink::Accent),
            tag: FURNITURE,
        });
    }
    items
}

/// A bar for each group that a row is in, as high as the row: those of rows one below the other join.
pub(crate) fn bars(groups: &[bool], x: f32, height: f32) -> Vec<Placed> {
    let bar = |place: usize| rect(x + place as f32 * BAR_STEP, 0.0, 2.5, height, Ink::Accent);
    groups.iter().enumerate().filter(|(_, is_in)| **is_in).map(|(place, _)| bar(place)).collect()
}

/// How often each level was given: dots over the figures. Past the highest column that fits, dots lie closer.
pub(crate) fn spread(counts: &[u32; 5], tag: Tag, types: &mut Typesetter<'_>) -> (f32, Vec<Placed>) {
    const STEP: f32 = 11.0;
    const DOT: f32 = 2.1;
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let rise = (DOT * 2.0 + 0.8).min(44.0 / most as f32);
    let ground = rise * most as f32 + 1.0;
    let mut items = vec![rect(0.0, ground, STEP * 5.0, RULE, Ink::Rule)];
    for (count, place) in counts.iter().zip(0_u8..) {
        let middle = (f32::from(place) + 0.5) * STEP;
        for dot in 0..*count {
            let y = ground - DOT - 0.6 - dot as f32 * rise;
            items.push(Placed { x: middle, y, item: Item::Shape(Shape::Disc { radius: DOT }, Ink::Accent), tag });
        }
        let figure = Span::new((place + 1).to_string(), Style::TINY);
        let set = types.set(&[figure], STEP, Align::Center);
        line_items(&set, 0, (f32::from(place) * STEP, ground + 0.5), tag, &mut items);
    }
    (ground + 11.0, items)
}
