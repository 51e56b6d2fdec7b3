//! Code in notes: one width, its white space, and nothing dropped where a line is too long.

use expect_test::{Expect, expect};
use workbench_domain::entry::{Entry, EntryKind};

use super::{promises::inside, *};
use crate::{display::Item, fonts::Selection};

/// The faces and the pages of a packet whose only note is this code.
fn coded(text: &str) -> (Selection, Vec<Page>) {
    let mut packet = small();
    let note: Entry = packet.scorecards[0].general[0].clone();
    packet.scorecards[0].general = vec![Entry { kind: EntryKind::Code, text: text.to_owned(), ..note }];
    packet.scorecards[0].answers.clear();
    let document = packet_blocks::document(&packet, english());
    let selection = select(&document, &Fonts::bundled_only());
    let pages = paginate::pages(&document, Paper::A4.size(), &selection, &Unwatched).0;
    (selection, pages)
}

/// The display list of the code, a line of the page a line: how many lines down, then for each run its column counted in
/// widths of the face for code, its face and its text.
fn check(text: &str, expected: &Expect) {
    const WIDTH: f32 = 8.5 * 0.6;
    const LEADING: f32 = 12.0;
    let (selection, pages) = coded(text);
    inside(&pages);
    let items: Vec<_> = pages.iter().flat_map(|page| &page.items).collect();
    let word = items.iter().position(|placed| matches!(&placed.item, Item::Text(run) if run.text == "Code")).unwrap();
    let mut out = String::new();
    let (mut first, mut last) = (None, 0.0);
    for placed in &items[word + 1..] {
        let Item::Text(run) = &placed.item else { continue };
        let (start, top) = *first.get_or_insert((placed.x, placed.y));
        if placed.x < start - 1.0 {
            break; // the foot
        }
        let face = &selection.faces()[usize::from(run.face)].name;
        let columns: Vec<f32> = run.glyphs.all().iter().map(|glyph| glyph.x / WIDTH).collect();
        if face == "NotoSansMono-Regular" {
            assert!(columns.iter().all(|column| (column - column.round()).abs() < 0.01), "{columns:?}");
        }
        if out.is_empty() || placed.y != last {
            out.push_str(&format!("{}{}:", if out.is_empty() { "" } else { "\n" }, (placed.y - top) / LEADING));
        }
        out.push_str(&format!(
            "  {:.1} {} {:?}",
            (placed.x - start) / WIDTH,
            face.trim_start_matches("NotoSans"),
            run.text
        ));
        last = placed.y;
    }
    expected.assert_eq(&out);
}

#[test]
fn code_keeps_its_columns_lines_and_white_space() {
    check(
        "def f(n):\n\tif n:\n\t  \treturn  n\n\n    # a|b\n    #   c",
        &expect![[r#"
            0:  0.0 Mono-Regular "def f(n):"
            1:  0.0 Mono-Regular "    if n:"
            2:  0.0 Mono-Regular "        return  n"
            4:  0.0 Mono-Regular "    # a|b"
            5:  0.0 Mono-Regular "    #   c""#]],
    );
}

#[test]
fn a_long_line_of_code_goes_on_below_and_loses_nothing() {
    let text = format!("    x = [{}]  # {}", "0123456789, ".repeat(8), "y".repeat(120));
    check(
        &text,
        &expect![[r#"
        0:  0.0 Mono-Regular "    x = [0123456789, 0123456789, 0123456789, 0123456789, 0123456789, "
        1:  0.0 Mono-Regular "0123456789, 0123456789, 0123456789, ]  # "
        2:  0.0 Mono-Regular "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy"
        3:  0.0 Mono-Regular "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy""#]],
    );
    let (_, pages) = coded(&text);
    let printed: String = pages.iter().map(Page::text).collect::<Vec<_>>().join("\n").replace('\n', "");
    assert!(printed.contains(&text), "{printed}");
}

#[test]
fn what_the_face_for_code_lacks_stands_in_the_others() {
    check(
        "s = 'שלום'  # क ≤ → ✓ é Ж",
        &expect![[
            r#"0:  0.0 Mono-Regular "s = '"  5.0 Hebrew-Regular "שלום"  8.7 Mono-Regular "'  # "  13.7 Devanagari-Regular "क "  15.4 Mono-Regular "≤ → "  19.4 Symbols2-Regular "✓ "  21.2 Mono-Regular "é "  23.2 Mono-Regular "Ж""#
        ]],
    );
}

#[test]
fn words_are_not_set_as_code_is() {
    let (selection, pages) =
        (select(&packet_blocks::document(&small(), english()), &Fonts::bundled_only()), pages(&small()));
    let mono = selection.faces().iter().position(|face| face.name == "NotoSansMono-Regular").unwrap();
    let runs = pages.iter().flat_map(|page| &page.items).filter_map(|placed| match &placed.item {
        Item::Text(run) => Some(run),
        Item::Shape(..) => None,
    });
    assert!(runs.into_iter().all(|run| usize::from(run.face) != mono));
}
