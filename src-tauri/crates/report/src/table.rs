//! Tables to strips: a row a strip, so that a page never ends inside one; only a row higher than a page is cut, between
//! its lines.

use crate::{
    blocks::{Cell, Row, Table},
    charts,
    display::{Ink, Placed},
    layout::{RULE, Strip, line_items, para_lines, rect},
    structure::{FURNITURE, Flow, Role, Structure, Tag},
    text::Typesetter,
};

/// Space between columns, and above and below the text of a row.
const GAP: f32 = 10.0;
const PAD: f32 = 4.0;
/// A row that is higher than this is cut between its lines. Less than a page, so that a head fits above it.
const WHOLE_MAX: f32 = 360.0;

/// The lines of one cell: how far down each stands, its height, and what is on it.
type CellLines = Vec<(f32, f32, Vec<Placed>)>;

/// The head and the rows of a table.
pub(crate) fn strips(
    table: &Table,
    place: usize,
    structure: &mut Structure,
    types: &mut Typesetter<'_>,
) -> (Vec<Strip>, Vec<Strip>) {
    let width: f32 = table.widths.iter().sum();
    // Without a head it only places what could as well stand one below the other.
    let node = (!table.head.is_empty()).then(|| structure.add(Role::Table, FURNITURE));
    let mut of_row = |row: &Row, is_head: bool| {
        let cells = cell_tags(row, table, node, is_head, structure);
        row_strips(row, table, place, (&cells, &mut *structure), types)
    };
    let mut head: Vec<Strip> = table.head.iter().flat_map(|row| of_row(row, true)).collect();
    let mut rows: Vec<Strip> = table.rows.iter().flat_map(|row| of_row(row, false)).collect();
    for strip in &mut head {
        strip.with_next = true;
    }
    if let Some(last) = head.last_mut()
        && table.rules
    {
        last.items.push(rect(0.0, last.height - 1.0, width, 1.0, Ink::Accent));
    }
    // No row stands alone on a further page, nor alone below its head.
    if let [first, .., before, last] = rows.as_mut_slice() {
        first.with_next = true;
        before.with_next = true;
        last.last_row = true;
    }
    if let Some(first) = if head.is_empty() { rows.first_mut() } else { head.first_mut() } {
        first.before = table.before;
    }
    (head, rows)
}

/// What each cell of a row is in the tree: one for each column, whether the row has it or not.
fn cell_tags(row: &Row, table: &Table, node: Option<Tag>, is_head: bool, structure: &mut Structure) -> Vec<Tag> {
    let Some(node) = node else { return vec![FURNITURE; row.cells.len()] };
    let line = structure.add(Role::Row, node);
    let role = |column| match column {
        _ if is_head => Role::ColumnHead,
        0 => Role::RowHead,
        _ => Role::Cell,
    };
    (0..table.widths.len()).map(|column| structure.add(role(column), line)).collect()
}

fn row_strips(
    row: &Row,
    table: &Table,
    place: usize,
    (tags, structure): (&[Tag], &mut Structure),
    types: &mut Typesetter<'_>,
) -> Vec<Strip> {
    let total: f32 = table.widths.iter().sum();
    let pad = if table.rules { PAD } else { 2.0 };
    let mut cells: Vec<CellLines> = Vec::new();
    let mut x = 0.0;
    let last = table.widths.len().saturating_sub(1);
    for (column, (cell, width)) in row.cells.iter().zip(&table.widths).enumerate() {
        // The last column ends at the edge of the measure.
        let measure = if column == last { *width } else { width - GAP };
        let mut lines = cell_lines(cell, measure, (tags[column], &mut *structure), types);
        for (_, _, items) in &mut lines {
            items.iter_mut().for_each(|placed| placed.x += x);
        }
        cells.push(lines);
        x += width;
    }
    let height = cells.iter().filter_map(|lines| lines.last()).map(|(y, h, _)| y + h).fold(0.0, f32::max);
    let mut strips = if height <= WHOLE_MAX { vec![whole(cells, height, pad)] } else { cut(cells, pad) };
    let mut x = 0.0;
    for (cell, width) in row.cells.iter().zip(&table.widths) {
        if let Cell::Tied { groups, .. } = cell {
            strips.iter_mut().for_each(|strip| strip.items.extend(charts::bars(groups, x, strip.height)));
        }
        x += width;
    }
    if let Some(strip) = strips.last_mut() {
        strip.with_next = row.with_next;
        if table.rules {
            strip.items.push(rect(0.0, strip.height - RULE, total, RULE, Ink::Rule));
        }
    }
    for strip in &mut strips {
        strip.table = Some(place);
    }
    strips
}

fn whole(cells: Vec<CellLines>, height: f32, pad: f32) -> Strip {
    let mut items = Vec::new();
    for (y, _, line) in cells.into_iter().flatten() {
        items.extend(line.into_iter().map(|placed| Placed { y: placed.y + y + pad, ..placed }));
    }
    Strip { height: height + pad * 2.0, items, ..Strip::default() }
}

/// A strip for the first lines of all cells, one for the second lines, and so on.
fn cut(cells: Vec<CellLines>, pad: f32) -> Vec<Strip> {
    let count = cells.iter().map(Vec::len).max().unwrap_or(0);
    let mut strips: Vec<Strip> = (0..count).map(|_| Strip::default()).collect();
    for lines in cells {
        let mut end = 0.0;
        for (strip, (y, height, items)) in strips.iter_mut().zip(lines) {
            // Space between paragraphs goes above the line.
            let above = y - end;
            end = y + height;
            strip.height = strip.height.max(above + height);
            strip.items.extend(items.into_iter().map(|placed| Placed { y: placed.y + above, ..placed }));
        }
    }
    if let Some(first) = strips.first_mut() {
        first.height += pad;
        first.items.iter_mut().for_each(|placed| placed.y += pad);
        first.with_next = true;
    }
    if let Some(last) = strips.last_mut() {
        last.height += pad;
    }
    strips
}

fn cell_lines(
    cell: &Cell,
    width: f32,
    (tag, structure): (Tag, &mut Structure),
    types: &mut Typesetter<'_>,
) -> CellLines {
    let mut y = 0.0;
    let mut lines = Vec::new();
    match cell {
        Cell::Paras(paras) => {
            let mut flow = Flow::of_cell(tag, paras);
            for (place, para) in paras.iter().enumerate() {
                y += if place == 0 { 0.0 } else { para.before };
                for (height, items) in para_lines(para, width, flow.para(para, structure), types) {
                    lines.push((y, height, items));
                    y += height;
                }
            }
        }
        Cell::Spread { name, counts, words, alternative } => {
            let mut flow = Flow::new(tag);
            for (height, items) in para_lines(name, width, flow.para(name, structure), types) {
                lines.push((y, height, items));
                y += height;
            }
            let figure = structure.add(Role::Figure(alternative.clone()), tag);
            let (height, items) = charts::spread(counts, figure, types);
            lines.push((y + 3.0, height, items));
            y += height + 3.0;
            for para in words {
                for (height, items) in para_lines(para, width, flow.para(para, structure), types) {
                    lines.push((y, height, items));
                    y += height;
                }
            }
        }
        Cell::Tied { words: para, .. } | Cell::Scale { words: para, .. } => {
            for (height, items) in para_lines(para, width, Flow::new(tag).para(para, structure), types) {
                lines.push((y, height, items));
                y += height;
            }
            if let (Cell::Scale { at, values, error, .. }, Some((_, height, items))) = (cell, lines.first_mut()) {
                items.extend(charts::on_scale(values, *error, (*at, *height * 0.5, (width - at).max(0.0))));
            }
        }
        Cell::Blank(para) => {
            lines.push((0.0, 30.0, vec![rect(0.0, 29.5, width, RULE, Ink::Text)]));
            let set = types.set(&para.spans, width, para.align);
            let tag = Flow::new(tag).para(para, structure).text;
            for place in 0..set.lines.len() {
                let mut items = Vec::new();
                line_items(&set, place, (0.0, 1.0), tag, &mut items);
                lines.push((30.0 + place as f32 * set.leading, set.leading, items));
            }
        }
    }
    lines
}
