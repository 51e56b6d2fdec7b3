//! The tree of a document as the file has it: elements, what of each page belongs to them, and the way back.

use lopdf::{Dictionary, Object, ObjectId, StringFormat, dictionary};

use crate::{
    ReportError,
    display::{Item, Page, Shape},
    labels::Say,
    links,
    mend::Written,
    structure::{FURNITURE, Role, Structure, Tag},
};

/// An element on its way into the file.
struct Element {
    id: ObjectId,
    /// Page and number of each piece of a page.
    pieces: Vec<(usize, i64)>,
    children: Vec<Tag>,
    /// Its link and the page that it is on.
    link: Option<(usize, ObjectId)>,
}

/// Writes the tree, and into each page where its pieces are found in it. Returns the tree's root.
pub(crate) fn tree(
    pdf: &mut lopdf::Document,
    written: &Written<'_>,
    pages: &[ObjectId],
    say: Say,
) -> Result<ObjectId, ReportError> {
    let nodes = &written.structure.nodes;
    let root = pdf.new_object_id();
    let kept = kept(written);
    let mut elements: Vec<Element> = kept
        .iter()
        .map(|kept| {
            let id = if *kept { pdf.new_object_id() } else { root };
            Element { id, pieces: Vec::new(), children: Vec::new(), link: None }
        })
        .collect();
    for (tag, node) in nodes.iter().enumerate().skip(1) {
        if kept[tag] {
            elements[node.parent as usize].children.push(tag as Tag);
        }
    }
    let links = links::write(pdf, written.pages, pages, say)?;
    let mut parents = Vec::with_capacity((pages.len() + links.len()) * 2);
    for (page, marked) in written.marked.iter().enumerate() {
        let mut back = Vec::with_capacity(marked.len());
        for (tag, number) in marked.iter().zip(0..) {
            let element = &mut elements[*tag as usize];
            element.pieces.push((page, number));
            back.push(Object::Reference(element.id));
        }
        let key = i64::try_from(page).unwrap_or(0);
        parents.extend([Object::Integer(key), Object::Array(back)]);
        let page = pdf.get_dictionary_mut(pages[page])?;
        page.set("StructParents", key);
        page.set("Tabs", "S");
    }
    for ((tag, page, link), key) in links.iter().zip(i64::try_from(pages.len()).unwrap_or(0)..) {
        let element = &mut elements[*tag as usize];
        element.link = Some((*page, *link));
        parents.extend([Object::Integer(key), Object::Reference(element.id)]);
    }
    for (tag, node) in nodes.iter().enumerate().filter(|(tag, _)| kept[*tag]) {
        let parent = if tag == 0 { root } else { elements[node.parent as usize].id };
        let mut dict = dictionary! { "S" => name(&node.role), "P" => parent };
        match &node.role {
            Role::ColumnHead => dict.set("A", dictionary! { "O" => "Table", "Scope" => "Column" }),
            Role::RowHead => dict.set("A", dictionary! { "O" => "Table", "Scope" => "Row" }),
            Role::Figure(words) => {
                dict.set("Alt", text(words));
                if let Some((page, _)) = elements[tag].pieces.first() {
                    dict.set("A", dictionary! { "O" => "Layout", "BBox" => bounds(&written.pages[*page], tag as Tag) });
                }
            }
            _ => {}
        }
        if let Some(words) = &node.text {
            dict.set("ActualText", text(words));
        }
        children(&elements[tag], &elements, pages, &mut dict);
        pdf.set_object(elements[tag].id, dict);
    }
    let next = i64::try_from(pages.len() + links.len()).unwrap_or(0);
    let parents = pdf.add_object(dictionary! { "Nums" => parents });
    pdf.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => elements[FURNITURE as usize].id,
            "ParentTree" => parents,
            "ParentTreeNextKey" => next,
        },
    );
    Ok(root)
}

/// Which parts are in the file: those with something on a page, all above them, and every cell, so that rows stay even.
fn kept(written: &Written<'_>) -> Vec<bool> {
    let Structure { nodes, .. } = written.structure;
    let mut kept: Vec<bool> = nodes
        .iter()
        .map(|node| matches!(node.role, Role::Document | Role::ColumnHead | Role::RowHead | Role::Cell))
        .collect();
    written.marked.iter().flatten().for_each(|tag| kept[*tag as usize] = true);
    // Parts come after what they are in.
    for (tag, node) in nodes.iter().enumerate().rev() {
        if kept[tag] {
            kept[node.parent as usize] = true;
        }
    }
    kept
}

/// What an element holds: pieces of its first page by their numbers alone, of others with the page.
fn children(element: &Element, all: &[Element], pages: &[ObjectId], dict: &mut Dictionary) {
    let own = element.pieces.first().map(|(page, _)| *page);
    if let Some(own) = own {
        dict.set("Pg", pages[own]);
    }
    let piece = |(page, number): &(usize, i64)| {
        if own == Some(*page) {
            return Object::Integer(*number);
        }
        Object::Dictionary(dictionary! { "Type" => "MCR", "Pg" => pages[*page], "MCID" => *number })
    };
    let mut kids: Vec<Object> = element.pieces.iter().map(piece).collect();
    kids.extend(
        element.link.map(|(page, link)| {
            Object::Dictionary(dictionary! { "Type" => "OBJR", "Obj" => link, "Pg" => pages[page] })
        }),
    );
    kids.extend(element.children.iter().map(|tag| Object::Reference(all[*tag as usize].id)));
    match kids.len() {
        0 => {}
        1 => dict.set("K", kids.remove(0)),
        _ => dict.set("K", kids),
    }
}

/// The names that the format has for them.
fn name(role: &Role) -> String {
    match role {
        Role::Document => "Document",
        Role::Heading(level) => return format!("H{level}"),
        Role::Para => "P",
        Role::List => "L",
        Role::Item => "LI",
        Role::Label => "Lbl",
        Role::Body => "LBody",
        Role::Table => "Table",
        Role::Row => "TR",
        Role::ColumnHead | Role::RowHead => "TH",
        Role::Cell => "TD",
        Role::Contents => "TOC",
        Role::ContentsLine => "TOCI",
        Role::Reference => "Reference",
        Role::Link => "Link",
        Role::Figure(_) => "Figure",
    }
    .to_owned()
}

/// Where a figure stands on its page: left, bottom, right, top.
fn bounds(page: &Page, tag: Tag) -> Vec<Object> {
    let (mut left, mut top, mut right, mut bottom) = (f32::MAX, f32::MAX, 0.0_f32, 0.0_f32);
    for placed in page.items.iter().filter(|placed| placed.tag == tag) {
        let (from, to) = match &placed.item {
            Item::Shape(Shape::Rect { width, height }, _) => ((0.0, 0.0), (*width, *height)),
            Item::Shape(Shape::Disc { radius }, _) => ((-radius, -radius), (*radius, *radius)),
            Item::Shape(Shape::Flag { height }, _) => ((0.0, 0.0), (*height, *height)),
            Item::Text(run) => ((0.0, -run.size), (run.width, run.size * 0.3)),
        };
        left = left.min(placed.x + from.0);
        top = top.min(placed.y + from.1);
        right = right.max(placed.x + to.0);
        bottom = bottom.max(placed.y + to.1);
    }
    [left, page.height - bottom, right, page.height - top].map(|side| Object::Real(side.round())).to_vec()
}

/// Text as the file has it outside of pages.
pub(crate) fn text(words: &str) -> Object {
    if words.is_ascii() {
        return Object::string_literal(words);
    }
    let words = words.replace(['\u{2068}', '\u{2069}'], "");
    let bytes = [0xFE, 0xFF].into_iter().chain(words.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    Object::String(bytes, StringFormat::Hexadecimal)
}
