//! What holds for every document: nothing is lost, nothing is clipped, nothing depends on the day.

use workbench_domain::{entry::Entry, packet::Comparison};

use super::*;
use crate::{
    comparison_blocks,
    display::{Item, Shape},
    render_comparison, render_packet, undrawable_packet,
};

fn comparison_pages(comparison: &Comparison) -> Vec<Page> {
    pages_of(&comparison_blocks::document(comparison, english()), Paper::A4)
}

/// A packet whose only note is this text.
fn with_note(text: &str) -> Packet {
    let mut packet = small();
    let note: Entry = packet.scorecards[0].general[0].clone();
    packet.scorecards[0].general = vec![Entry { text: text.to_owned(), ..note }];
    packet
}

/// Nothing lies outside the block but the foot below it and the mark above it.
pub(super) fn inside(pages: &[Page]) {
    for page in pages {
        let upright = page.width < page.height;
        let (width, height) = if upright { paginate::BLOCK } else { (paginate::BLOCK.1, paginate::BLOCK.0) };
        let left = (page.width - width) / 2.0 - 0.1;
        let top = (page.height - height) * 0.46;
        for placed in &page.items {
            let (from, to) = match &placed.item {
                Item::Text(run) => (placed.x, placed.x + run.width),
                Item::Shape(Shape::Rect { width, .. }, _) => (placed.x, placed.x + width),
                Item::Shape(Shape::Disc { radius }, _) => (placed.x - radius, placed.x + radius),
                Item::Shape(Shape::Flag { height }, _) => (placed.x, placed.x + height),
            };
            assert!(from >= left && to <= page.width - left + 0.1, "{from}..{to} of {}: {placed:?}", page.width);
            assert!(placed.y >= top - 32.0 && placed.y <= top + height + 45.0, "{placed:?}");
        }
    }
}

/// A text of different words, about this long.
fn long(length: usize) -> String {
    let mut text = String::new();
    for number in 0.. {
        text.push_str(&format!("word{number} "));
        if text.len() > length {
            break;
        }
    }
    text.trim_end().to_owned()
}

#[test]
fn every_word_is_printed_however_long_the_note() {
    let text = long(50_000);
    let pages = pages(&with_note(&text));
    let printed = words(&pages);
    assert!(pages.len() > 10);
    for word in text.split(' ') {
        assert!(printed.contains(word), "{word} is lost");
    }
    inside(&pages);
}

#[test]
fn every_script_is_printed_and_kept_inside_the_block() {
    let texts = [
        "Żółć Ångström Nguyễn Văn Ánh Șerban ŁÓDŹ",
        "Ελένη Παπαδοπούλου ἄνθρωπος",
        "Анна Ковальчук їжак ґанок",
        "محمد علی رضایی گفت بله",
        "דוד לוי שלום",
        "दीपिका राव क्षितिज",
        "e\u{301}te\u{301} n\u{303}",
        "«quoted» → ≤ ∞ ✓ ★ ⚑ € ₹ ½",
    ];
    for text in texts {
        let mut packet = with_note(text);
        packet.candidate = text.to_owned();
        packet.panel[0].interviewer = text.to_owned();
        assert_eq!(undrawable_packet(&packet, &Fonts::bundled_only()), Vec::new(), "{text}");
        let pages = pages(&packet);
        let printed = words(&pages);
        for word in text.split(' ') {
            assert!(printed.contains(word), "{word} is lost in {printed:?}");
        }
        inside(&pages);
    }
}

#[test]
fn text_written_from_right_to_left_starts_at_the_right() {
    let pages = pages(&with_note("שלום עולם"));
    let runs = pages.iter().flat_map(|page| &page.items).filter_map(|placed| match &placed.item {
        Item::Text(run) if run.rtl => Some(placed.x + run.width),
        _ => None,
    });
    let right = (595.28 + paginate::BLOCK.0) / 2.0;
    assert!(runs.into_iter().any(|end| (end - right).abs() < 0.5));
}

#[test]
fn long_names_wrap_and_long_words_break() {
    let mut packet = with_note(&"x".repeat(3000));
    packet.candidate = format!("{} {}", "Maximiliana".repeat(9), "Wolfeschlegel ".repeat(7));
    packet.role = "W".repeat(200);
    packet.panel[0].interviewer = "Ä".repeat(200);
    packet.panel[0].kit = "K".repeat(200);
    packet.matrix[0].competency.name = "C".repeat(200);
    packet.scorecards[0].answers[0].answer.title = "T".repeat(200);
    inside(&pages(&packet));
    let mut comparison = side_by_side::comparison(6);
    comparison.table.candidates[0].name = packet.candidate;
    comparison.table.candidates[1].name = "W".repeat(200);
    inside(&comparison_pages(&comparison));
}

#[test]
fn what_cannot_be_drawn_is_listed_with_its_place_and_printed_as_its_code() {
    let packet = with_note("A bell\u{7} and \u{13000}, twice \u{13000}, and \u{202E}turned.");
    let listed: Vec<String> = undrawable_packet(&packet, &Fonts::bundled_only())
        .into_iter()
        .map(|u| format!("{} {} ({})", u.code, u.place, u.script))
        .collect();
    let place = "Note of the interview as a whole, Ana Ruiz Gómez's scorecard";
    assert_eq!(
        listed,
        [
            format!("U+0007 {place} (Control character)"),
            format!("U+13000 {place} (Egyptian hieroglyphs)"),
            format!("U+202E {place} (Control character)"),
        ]
    );
    let text: String = pages(&packet).iter().map(Page::text).collect();
    for code in ["bell[U+0007]", "[U+13000]", "[U+202E]turned"] {
        assert!(text.contains(code), "{code}");
    }
}

#[test]
fn no_glyph_is_ever_the_missing_one() {
    let mut packet = people::packet();
    packet.scorecards[0].general[0].text =
        "a\u{93E} ქართული ไทย 한국어 \u{FFFF} \u{E000} 👩‍👩‍👧 क\u{301} \u{301}".to_owned();
    for page in pages(&packet) {
        for placed in &page.items {
            if let Item::Text(run) = &placed.item {
                assert!(run.glyphs.all().iter().all(|glyph| glyph.id != 0), "{:?}", run.text);
            }
        }
    }
}

#[test]
fn a_table_that_goes_on_shows_its_head_again() {
    let pages = comparison_pages(&side_by_side::comparison(3));
    assert_eq!(pages.len(), 3);
    for page in &pages[..2] {
        assert!(page.text().contains("Candidate | Márta"), "{}", page.text());
    }
    assert!(pages[2].text().contains("How firm the first place is"), "what did not fit stays in one piece");
}

#[test]
fn fifty_candidates_stand_in_groups_side_by_side() {
    let comparison = side_by_side::comparison(50);
    let pages = comparison_pages(&comparison);
    assert!(pages.iter().all(|page| page.width > page.height));
    let text: String = pages.iter().map(Page::text).collect();
    assert!(text.contains("Candidates 1 to 6 of 50"));
    assert!(text.contains("to 50 of 50"));
    inside(&pages);
    let upright = comparison_pages(&side_by_side::comparison(4));
    assert!(upright.iter().all(|page| page.width < page.height));
}

#[test]
fn letter_has_the_same_pages_as_a4() {
    let packet = people::eventful();
    let document = packet_blocks::document(&packet, english());
    let text = |paper| pages_of(&document, paper).iter().map(Page::text).collect::<Vec<_>>();
    assert_eq!(text(Paper::A4), text(Paper::Letter));
    inside(&pages_of(&document, Paper::Letter));
}

/// The lines of a page's block, from top to bottom: what stands on one baseline is one line.
pub(super) fn block_lines(page: &Page) -> Vec<String> {
    let top = (page.height - paginate::BLOCK.1) * 0.46;
    let mut runs: Vec<(f32, &str)> = page
        .items
        .iter()
        .filter(|placed| placed.y > top && placed.y < top + paginate::BLOCK.1)
        .filter_map(|placed| match &placed.item {
            Item::Text(run) => Some((placed.y, run.text.as_str())),
            Item::Shape(..) => None,
        })
        .collect();
    runs.sort_by(|a, b| a.0.total_cmp(&b.0));
    let lines = runs.chunk_by(|a, b| (a.0 - b.0).abs() < 0.1);
    lines.map(|line| line.iter().map(|(_, text)| *text).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn a_head_never_ends_a_page() {
    let heads = ["Notes", "Red flags seen", "Good signals heard", "Good signals not noted", "Signatures"];
    let mut turned = 0;
    for length in (0..3000).step_by(181) {
        let mut packet = people::packet();
        packet.scorecards.truncate(1);
        for of in &mut packet.scorecards[0].answers {
            of.answer.prompt = long(length);
            of.answer.entries[0].text = long(length % 271);
            of.answer.entries[1].text.insert(0, '\n');
            of.answer.entries.rotate_left(length % 2);
        }
        let pages = pages(&packet);
        turned += pages.len();
        for page in &pages {
            let lines = block_lines(page);
            let last = lines.last().map_or("", |line| line.trim());
            assert!(!heads.contains(&last) && !last.starts_with("Notes on"), "{length}: {lines:#?}");
        }
    }
    assert!(turned > 100, "{turned}");
}

#[test]
fn a_page_that_goes_on_says_with_what() {
    let mut packet = small();
    packet.scorecards[0].answers[0].answer.prompt = long(9000);
    let all = pages(&packet);
    assert_eq!(all.len(), 5);
    let heads: Vec<bool> = all.iter().map(|page| page.text().contains("(continued)")).collect();
    assert_eq!(heads, [false, false, true, true, true]);
    assert!(
        all[2].text().contains("Scorecard by Ana Ruiz Gómez   1. A generator that leaks (continued)"),
        "{}",
        all[2].text()
    );
    // A page that begins with a new question says only whose scorecard it is.
    packet = people::packet();
    let text: Vec<String> = pages(&packet).iter().map(Page::text).collect();
    let begins = |text: &&String| text.contains("Scorecard by Ana Ruiz Gómez (continued)");
    assert!(text.iter().any(|text| begins(&text)), "{text:#?}");
    // However long both names are.
    packet.sample = true;
    packet.panel[0].interviewer = "Ä".repeat(200);
    packet.scorecards[0].answers.iter_mut().for_each(|of| of.answer.title = "T".repeat(200));
    inside(&pages(&packet));
}

#[test]
fn what_the_report_itself_prints_can_always_be_drawn() {
    let mut none = small();
    none.candidate = "Ana".to_owned();
    none.panel.clear();
    none.scorecards.clear();
    none.matrix.clear();
    let mut open = small();
    open.panel[0].submitted_at = None;
    open.scorecards.clear();
    let mut plain = people::packet();
    // Names in plain letters only: nothing asks for a face but the report's own words.
    plain.candidate = "Ana".to_owned();
    plain.panel.iter_mut().for_each(|member| member.interviewer = "Jan".to_owned());
    for card in &mut plain.scorecards {
        card.general.clear();
        for of in &mut card.answers {
            of.answer.entries.clear();
        }
    }
    for packet in [none, open, plain] {
        for page in pages(&packet) {
            assert!(!page.text().contains("[U+"), "{}", page.text());
        }
    }
    for count in [0, 1, 3, 50] {
        let mut comparison = side_by_side::comparison(count);
        comparison.table.candidates.iter_mut().for_each(|candidate| {
            candidate.name = "Ana".to_owned();
            candidate.opinions.clear();
        });
        comparison.table.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(|cell| cell.ratings.clear());
        let without = comparison.table.order.firmness.iter_mut().flat_map(|firm| &mut firm.without);
        without.for_each(|one| one.interviewer = "Ida".to_owned());
        comparison.raters.consistency.given.clear();
        for page in comparison_pages(&comparison) {
            assert!(!page.text().contains("[U+"), "{}", page.text());
        }
    }
}

#[test]
fn a_cluster_that_no_line_can_hold_is_parted_and_stays_on_the_paper() {
    // Leading consonants, number signs and joined people: each is one cluster. The last is as wide as a small column.
    let clusters =
        ["\u{600}".repeat(2000), format!("{}x", "\u{600}".repeat(40)), "क\u{94D}".repeat(500), "\u{FDFD}".to_owned()];
    for cluster in clusters {
        let mut packet = with_note(&format!("before {cluster} after"));
        packet.candidate.clone_from(&cluster);
        packet.panel[0].interviewer.clone_from(&cluster);
        packet.matrix[0].competency.name.clone_from(&cluster);
        let pages = pages(&packet);
        inside(&pages);
        let printed: usize =
            pages.iter().map(|page| page.text().matches(cluster.chars().next().unwrap()).count()).sum();
        assert!(printed >= cluster.matches(cluster.chars().next().unwrap()).count() * 4, "{printed} of {cluster}");
    }
}

#[test]
fn marks_on_a_letter_have_room_and_those_past_the_eighth_are_named() {
    let eight = format!("x{}Ω", "\u{301}".repeat(8));
    let packet = with_note(&eight);
    assert_eq!(undrawable_packet(&packet, &Fonts::bundled_only()), []);
    let gap = |packet: &Packet| {
        let pages = pages(packet);
        let page = pages.iter().find(|page| page.text().contains("Notes on")).unwrap();
        let place = |what: &str| {
            page.items
                .iter()
                .find_map(|placed| match &placed.item {
                    Item::Text(run) if run.text.contains(what) => Some(placed.y),
                    _ => None,
                })
                .unwrap()
        };
        place("Ω") - place("Notes on")
    };
    assert!(gap(&packet) > gap(&with_note("xΩ")) + 10.0, "the line makes room");

    let packet = with_note(&format!("x{}y", "\u{301}".repeat(10)));
    let named = undrawable_packet(&packet, &Fonts::bundled_only());
    assert_eq!((named.len(), named[0].code.as_str()), (1, "U+0301"));
    assert_eq!(named[0].script, "more than 8 marks on one letter");
    let text: String = pages(&packet).iter().map(Page::text).collect();
    assert!(text.contains("[U+0301][U+0301]y"), "{text}");
}

#[test]
fn the_same_data_give_the_same_bytes_and_other_data_another_identity() {
    let fonts = Fonts::bundled_only();
    let one = render_packet(&small(), Paper::A4, &fonts).unwrap();
    let again = render_packet(&small(), Paper::A4, &Fonts::bundled_only()).unwrap();
    assert_eq!(one, again);
    assert!(one.bytes.starts_with(b"%PDF-1.7"));
    let other = render_packet(&with_note("Another."), Paper::A4, &fonts).unwrap();
    let identity = |bytes: &[u8]| {
        let pdf = lopdf::Document::load_mem(bytes).unwrap();
        format!("{:?}", pdf.trailer.get(b"ID").unwrap())
    };
    assert_ne!(identity(&one.bytes), identity(&other.bytes));
}

#[test]
fn the_file_has_a_title_a_language_and_a_nested_outline() {
    let made = render_packet(&people::packet(), Paper::A4, &Fonts::bundled_only()).unwrap();
    let pdf = lopdf::Document::load_mem(&made.bytes).unwrap();
    let catalog = pdf.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"en");
    let outline = pdf.get_toc().unwrap();
    let titles: Vec<(usize, String)> = outline.toc.into_iter().map(|entry| (entry.level, entry.title)).collect();
    assert!(titles.contains(&(1, "Ratings by competency".to_owned())), "{titles:?}");
    assert!(titles.contains(&(2, "1. A generator that leaks".to_owned())), "{titles:?}");
    assert_eq!(pdf.get_pages().len(), made.pages as usize);
}

#[test]
fn comparisons_of_none_and_of_one_are_documents_too() {
    for count in [0, 1] {
        let made = render_comparison(&side_by_side::comparison(count), Paper::Letter, &Fonts::bundled_only()).unwrap();
        assert!(made.pages >= 1);
    }
    let mut packet = small();
    packet.panel.clear();
    packet.scorecards.clear();
    packet.matrix.clear();
    assert!(render_packet(&packet, Paper::A4, &Fonts::bundled_only()).unwrap().pages >= 1);
}

#[test]
fn papers_are_read_by_name() {
    assert_eq!("A4".parse(), Ok(Paper::A4));
    assert_eq!("letter".parse(), Ok(Paper::Letter));
    assert_eq!(
        "a5".parse::<Paper>().map_err(|e| e.to_string()),
        Err("There is no paper “a5”. Use a4 or letter.".to_owned())
    );
    assert_eq!(serde_json::to_string(&Paper::Letter).unwrap(), "\"letter\"");
}
