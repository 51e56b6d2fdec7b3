//! What the pages say to readers that do not see them. That the files keep PDF/A-3a and PDF/UA-1 is checked by
//! scripts/test-pdf.sh.

use workbench_domain::entry::Entry;

use super::*;
use crate::{
    comparison_blocks,
    display::Item,
    guide_blocks, render_packet,
    structure::{FURNITURE, Node, Role, Structure},
};

fn laid(document: &Document) -> (Vec<Page>, Structure) {
    let selection = select(document, &Fonts::bundled_only());
    paginate::pages(document, Paper::A4.size(), &selection, &Unwatched)
}

fn documents() -> Vec<Document> {
    let packets = hard::packets().into_iter().map(|(_, packet)| packet).chain([people::packet(), people::eventful()]);
    let mut all: Vec<Document> = packets.map(|packet| packet_blocks::document(&packet, english())).collect();
    all.extend([3, 9].map(|count| comparison_blocks::document(&side_by_side::comparison(count), english())));
    all.push(guide_blocks::document(&hard::guide(), english()));
    all
}

/// A part of the tree with what stands in it, a line each.
fn outline(pages: &[Page], structure: &Structure) -> String {
    let depth = |node: &Node| {
        let (mut parent, mut depth) = (node.parent, 0);
        while parent != FURNITURE {
            parent = structure.nodes[parent as usize].parent;
            depth += 1;
        }
        depth
    };
    let mut out = String::new();
    for (tag, node) in structure.nodes.iter().enumerate().skip(1) {
        let mine = pages.iter().flat_map(|page| &page.items).filter(|placed| placed.tag as usize == tag);
        let text: String = mine
            .filter_map(|placed| if let Item::Text(run) = &placed.item { Some(run.text.as_str()) } else { None })
            .collect();
        out.push_str(&format!("{}{:?} {text}\n", "  ".repeat(depth(node)), node.role));
    }
    out
}

#[test]
fn all_text_of_the_block_is_in_the_tree_and_heads_and_feet_are_not() {
    for document in documents() {
        let (pages, structure) = laid(&document);
        for page in &pages {
            let block = if document.landscape { paginate::BLOCK.0 } else { paginate::BLOCK.1 };
            let top = (page.height - block) * 0.46;
            for placed in &page.items {
                let Item::Text(run) = &placed.item else { continue };
                let inside = placed.y > top && placed.y < top + block + 10.0;
                // A head that is repeated is inside as well.
                assert!(inside || placed.tag == FURNITURE, "{run:?}");
                assert!((placed.tag as usize) < structure.nodes.len());
            }
        }
        let tagged = pages.iter().flat_map(|page| &page.items).filter(|placed| placed.tag != FURNITURE).count();
        assert!(tagged > 10, "{tagged}");
    }
}

#[test]
fn headings_begin_at_the_first_level_and_skip_none() {
    for document in documents() {
        let (_, structure) = laid(&document);
        let levels = structure.nodes.iter().filter_map(|node| match node.role {
            Role::Heading(level) => Some(level),
            _ => None,
        });
        let mut last = 0;
        for level in levels {
            assert!(level >= 1 && level <= last + 1, "{level} after {last}");
            last = level;
        }
        assert!(last > 0, "{} has no heading", document.title);
    }
}

#[test]
fn every_row_of_a_table_has_as_many_cells() {
    for document in documents() {
        let (_, structure) = laid(&document);
        let inside = |parent: usize| {
            structure.nodes.iter().enumerate().filter(move |(_, node)| node.parent as usize == parent && parent > 0)
        };
        for (table, _) in structure.nodes.iter().enumerate().filter(|(_, node)| node.role == Role::Table) {
            let cells: BTreeSet<usize> = inside(table).map(|(row, _)| inside(row).count()).collect();
            assert_eq!(cells.len(), 1, "{cells:?} in {}", document.title);
        }
    }
}

#[test]
fn a_note_of_two_lines_is_one_item_of_a_list_and_a_repeated_head_is_none_of_the_table() {
    let mut packet = small();
    let note: Entry = packet.scorecards[0].general[0].clone();
    packet.scorecards[0].general = vec![Entry { text: "one\ntwo".to_owned(), ..note }];
    let (pages, structure) = laid(&packet_blocks::document(&packet, english()));
    let said = outline(&pages, &structure).replace(['\u{2068}', '\u{2069}'], "");
    let item = said.split("List").find(|part| part.contains("Body one\n")).unwrap();
    assert!(item.contains("Body one\n") && item.contains("Para two\n") && item.matches("Item").count() == 1, "{said}");
    assert!(said.contains("Heading(1) Ana Ruiz\n"), "{said}");
    assert!(said.contains("RowHead Ana Ruiz Gómez\n"), "{said}");
    assert_eq!(said.matches("ColumnHead Interviewer\n").count(), 1, "{said}");
}

#[test]
fn what_reads_from_the_right_says_how_it_reads() {
    let mut packet = small();
    packet.candidate = "שירה 12".to_owned();
    let (_, structure) = laid(&packet_blocks::document(&packet, english()));
    assert!(structure.nodes.iter().any(|node| node.text.as_deref() == Some("שירה 12")));
}

#[test]
fn the_same_packet_gives_the_same_bytes_and_they_name_their_standards() {
    let write = || render_packet(&people::packet(), Paper::A4, &Fonts::bundled_only()).unwrap().bytes;
    let (bytes, again) = (write(), write());
    assert_eq!(bytes, again);
    let text = String::from_utf8_lossy(&bytes);
    for said in ["<pdfaid:part>3<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<"] {
        assert!(text.contains(said), "{said}");
    }
}
