//! Links to sections as the file has them.

use lopdf::{Object, ObjectId, dictionary};

use crate::{contents::sections, display::Page, labels::Say, tags};

/// Writes the links of all pages. Returns each with its place in the tree: the part that it belongs to and its page.
pub(crate) fn write(
    pdf: &mut lopdf::Document,
    pages: &[Page],
    ids: &[ObjectId],
    say: Say,
) -> Result<Vec<(u32, usize, ObjectId)>, lopdf::Error> {
    let sections = sections(pages.iter());
    let mut written = Vec::new();
    let mut key = i64::try_from(pages.len()).unwrap_or(0);
    for (number, page) in pages.iter().enumerate() {
        let mut annotations = Vec::new();
        for link in &page.links {
            let Some((to, y)) = sections.get(link.section) else { continue };
            let sides = [link.x, page.height - link.y - link.height, link.x + link.width, page.height - link.y];
            let top = Object::Real((pages[*to].height - y + 6.0).round());
            let annotation = pdf.add_object(dictionary! {
                "Type" => "Annot",
                "Subtype" => "Link",
                "Rect" => sides.map(|side| Object::Real(side.round())).to_vec(),
                "Border" => vec![0.into(), 0.into(), 0.into()],
                "F" => 4,
                "Contents" => tags::text(&say.with("page.link", &[("title", &link.title), ("n", &(to + 1))])),
                "Dest" => vec![Object::Reference(ids[*to]), "XYZ".into(), Object::Null, top, Object::Null],
                "StructParent" => key,
            });
            key += 1;
            annotations.push(Object::Reference(annotation));
            written.push((link.tag, number, annotation));
        }
        if !annotations.is_empty() {
            pdf.get_dictionary_mut(ids[number])?.set("Annots", annotations);
        }
    }
    Ok(written)
}
