//! The last step: what the writer leaves out or writes wrongly in the file's dictionaries.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, ObjectId, SaveOptions, Stream, StringFormat, dictionary};

use crate::{
    ReportError, attach,
    blocks::Document,
    display::Page,
    pack,
    packer::Packer,
    seal::{ALLOWED, Seal},
    signed,
    structure::{Structure, Tag},
    tags,
    watch::Watch,
    xmp,
};

/// What the colours mean: see the README beside it.
const SRGB: &[u8] = include_bytes!("../assets/colour/srgb.icc");

/// Which glyph each code draws, by the font's name.
pub(crate) type DrawnBy = BTreeMap<String, Vec<u16>>;

/// What stands on the pages.
pub(crate) struct Written<'a> {
    /// Without what is painted and not asked for again.
    pub pages: &'a [Page],
    pub structure: &'a Structure,
    /// Of each page, which part of the document each marked piece belongs to, by its number on the page.
    pub marked: Vec<Vec<Tag>>,
    /// The operators of what is the same on every page.
    pub repeated: Option<Vec<u8>>,
    pub drawn_by: DrawnBy,
}

/// Puts the pages' `contents` in, puts codes, title, language, outline and identity right, and writes the file.
pub(crate) fn mend(
    pdf: &mut lopdf::Document,
    document: &Document,
    contents: Vec<Stream>,
    written: &Written<'_>,
    watch: &dyn Watch,
) -> Result<Vec<u8>, ReportError> {
    codes(pdf, &written.drawn_by);
    pdf.version = "1.7".to_owned();
    let ids: Vec<ObjectId> = pdf.page_iter().collect();
    for (id, content) in ids.iter().zip(contents) {
        let stream = pdf.get_dictionary(*id)?.get(b"Contents")?.as_reference()?;
        pdf.set_object(stream, content);
        let page = pdf.get_dictionary_mut(*id)?;
        // An empty list of links; and boxes that say again what the sheet says.
        page.remove(b"Annots");
        page.remove(b"TrimBox");
        page.remove(b"CropBox");
    }
    repeat(pdf, written, &ids)?;
    let outlines = outline(pdf, written.pages, &ids);
    let tree = tags::tree(pdf, written, &ids, document.say)?;
    let metadata = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    let metadata = pdf.add_object(Stream::new(metadata, xmp::packet(document).into_bytes()));
    // It is PDF/A's, which takes no password.
    let intent = document.seal.is_none().then(|| intent(pdf));
    let attached = attach::data(pdf, document);
    let catalog = pdf.catalog_mut()?;
    let names = vec![Object::string_literal(document.data.name.as_str()), Object::Reference(attached)];
    catalog.set("Names", dictionary! { "EmbeddedFiles" => dictionary! { "Names" => names } });
    catalog.set("AF", vec![Object::Reference(attached)]);
    catalog.remove(b"PageLayout");
    catalog.set("Lang", Object::string_literal(document.say.tag()));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("StructTreeRoot", tree);
    catalog.set("Metadata", metadata);
    if let Some(intent) = intent {
        catalog.set("OutputIntents", vec![Object::Dictionary(intent)]);
    } else {
        // Its encryption is of PDF 2.0; readers of PDF 1.7 know it by this name.
        let level = dictionary! { "BaseVersion" => "1.7", "ExtensionLevel" => 8 };
        catalog.set("Extensions", dictionary! { "ADBE" => level });
    }
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    if let Some(outlines) = outlines {
        catalog.set("Outlines", outlines);
        catalog.set("PageMode", "UseOutlines");
    }
    let info = pdf.trailer.get(b"Info")?.as_reference()?;
    let info = pdf.get_dictionary_mut(info)?;
    for key in ["Trapped", "GTS_PDFXVersion", "Identifier", "Keywords", "Subject", "ModDate"] {
        info.remove(key.as_bytes());
    }
    info.set("CreationDate", Object::string_literal(document.date.as_str()));
    // From the content: two packets never share an identity, and one packet always keeps its own.
    let identity: Vec<u8> = match &document.seal {
        Some(seal) => seal.identity(),
        None => document.hash.as_bytes().chunks(2).take(16).map(hex).collect(),
    };
    let identity = Object::String(identity, StringFormat::Hexadecimal);
    pdf.trailer.set("ID", vec![identity.clone(), identity]);
    if let Some(seal) = &document.seal {
        let id = pdf.add_object(encryption(seal));
        pdf.trailer.set("Encrypt", id);
    }
    compress(pdf, watch)?;
    let mut bytes = Vec::new();
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(1000)
        .compression_level(5)
        .build();
    pdf.save_with_options(&mut bytes, options).map_err(|_| ReportError::Written)?;
    let place = document.signer.as_ref().map(signed::place).unwrap_or_default();
    pack::table(&mut bytes, &place, document.seal.as_ref()).ok_or(ReportError::Written)?;
    Ok(bytes)
}

/// What draws on a page what is the same on every page.
pub(crate) const REPEATED: &[u8] = b"/R Do\n";

/// Puts in what is the same on every page, with the faces and in the size of the first.
fn repeat(pdf: &mut lopdf::Document, written: &Written<'_>, ids: &[ObjectId]) -> Result<(), ReportError> {
    let (Some(repeated), Some(page), Some(first)) = (&written.repeated, written.pages.first(), ids.first()) else {
        return Ok(());
    };
    let resources = pdf.get_dictionary(*first)?.get(b"Resources")?.as_reference()?;
    let resources = pdf.get_dictionary(resources)?;
    let (faces, drawings) = (resources.get(b"Font")?.clone(), resources.get(b"XObject")?.as_reference()?);
    let bounds = [0.0, 0.0, page.width, page.height].map(|side| Object::Real((side * 100.0).round() / 100.0));
    let form = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => bounds.to_vec(),
        "Resources" => dictionary! { "Font" => faces },
    };
    let form = pdf.add_object(Stream::new(form, repeated.clone()));
    pdf.get_dictionary_mut(drawings)?.set("R", form);
    Ok(())
}

/// What the colours mean.
fn intent(pdf: &mut lopdf::Document) -> Dictionary {
    let profile = pdf.add_object(Stream::new(dictionary! { "N" => 3 }, SRGB.to_vec()));
    dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB (IEC 61966-2-1)"),
        "DestOutputProfile" => profile,
    }
}

/// How the file is encrypted. [`crate::Seal::of`] finds it by the names that it begins with.
fn encryption(seal: &Seal) -> Dictionary {
    let text = |bytes: &[u8]| Object::String(bytes.to_vec(), StringFormat::Hexadecimal);
    // Without both lengths poppler does not read it.
    let filter = dictionary! { "Type" => "CryptFilter", "CFM" => "AESV3", "AuthEvent" => "DocOpen", "Length" => 32 };
    dictionary! {
        "Filter" => "Standard",
        "V" => 5,
        "R" => 6,
        "Length" => 256,
        "P" => i64::from(ALLOWED),
        "EncryptMetadata" => true,
        "StmF" => "StdCF",
        "StrF" => "StdCF",
        "CF" => dictionary! { "StdCF" => filter },
        "O" => text(&seal.owner),
        "U" => text(&seal.user),
        "OE" => text(&seal.owner_key),
        "UE" => text(&seal.user_key),
        "Perms" => text(&seal.permissions),
    }
}

/// Packs what is not packed yet.
fn compress(pdf: &mut lopdf::Document, watch: &dyn Watch) -> Result<(), ReportError> {
    let mut usual = Packer::usual();
    for object in pdf.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if watch.stopped() {
            return Err(ReportError::Stopped);
        }
        // Metadata stay readable for whoever looks for them.
        if stream.dict.has(b"Filter") || stream.dict.has_type(b"Metadata") {
            continue;
        }
        if stream.dict.has_type(b"EmbeddedFile") {
            pack(stream, &mut Packer::of_words())?;
        } else {
            pack(stream, &mut usual)?;
        }
    }
    Ok(())
}

/// Packs a stream that is not packed yet.
pub(crate) fn pack(stream: &mut Stream, packer: &mut Packer) -> Result<(), ReportError> {
    if let Some(packed) = packer.pack(&stream.content)? {
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(packed);
    }
    Ok(())
}

/// The writer takes codes for glyph numbers; this tells viewers which glyph a code draws.
fn codes(pdf: &mut lopdf::Document, drawn_by: &DrawnBy) {
    for (name, glyphs) in drawn_by {
        let bytes = glyphs.iter().flat_map(|glyph| glyph.to_be_bytes()).collect();
        let map = pdf.add_object(Stream::new(Dictionary::new(), bytes));
        for object in pdf.objects.values_mut() {
            let Ok(font) = object.as_dict_mut() else { continue };
            if !font.get(b"BaseFont").and_then(Object::as_name).is_ok_and(|base| base == name.as_bytes()) {
                continue;
            }
            if let Ok([Object::Dictionary(below)]) =
                font.get_mut(b"DescendantFonts").and_then(Object::as_array_mut).map(Vec::as_mut_slice)
            {
                below.set("CIDToGIDMap", map);
            }
        }
    }
}

fn hex(pair: &[u8]) -> u8 {
    std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok()).unwrap_or(0)
}

/// A place in the outline, with what hangs below it.
struct Node {
    id: ObjectId,
    dict: Dictionary,
    children: Vec<Node>,
}

/// The outline, nested by level; the writer's own is flat.
fn outline(pdf: &mut lopdf::Document, pages: &[Page], ids: &[ObjectId]) -> Option<ObjectId> {
    let mut sections: Vec<Node> = Vec::new();
    for (page, id) in pages.iter().zip(ids) {
        for (entry, y) in &page.entries {
            let top = Object::Real((page.height - y + 6.0).round());
            let title = entry.title.replace(['\u{2068}', '\u{2069}'], "");
            let title: Vec<u8> =
                [0xFE, 0xFF].into_iter().chain(title.encode_utf16().flat_map(u16::to_be_bytes)).collect();
            let dict = dictionary! {
                "Title" => Object::String(title, StringFormat::Hexadecimal),
                "Dest" => vec![Object::Reference(*id), "XYZ".into(), Object::Null, top, Object::Null],
            };
            let node = Node { id: pdf.new_object_id(), dict, children: Vec::new() };
            match sections.last_mut() {
                Some(section) if entry.level > 0 => section.children.push(node),
                _ => sections.push(node),
            }
        }
    }
    if sections.is_empty() {
        return None;
    }
    let root = pdf.new_object_id();
    let mut dict = dictionary! { "Type" => "Outlines" };
    hang(pdf, root, &mut dict, sections, true);
    pdf.set_object(root, dict);
    Some(root)
}

fn hang(pdf: &mut lopdf::Document, parent: ObjectId, dict: &mut Dictionary, nodes: Vec<Node>, open: bool) {
    let ids: Vec<ObjectId> = nodes.iter().map(|node| node.id).collect();
    let (Some(first), Some(last)) = (ids.first(), ids.last()) else { return };
    dict.set("First", *first);
    dict.set("Last", *last);
    // A negative count is a closed branch.
    let count = i64::try_from(ids.len()).unwrap_or(0);
    dict.set("Count", if open { count } else { -count });
    for (place, mut node) in nodes.into_iter().enumerate() {
        node.dict.set("Parent", parent);
        if let Some(before) = place.checked_sub(1) {
            node.dict.set("Prev", ids[before]);
        }
        if let Some(next) = ids.get(place + 1) {
            node.dict.set("Next", *next);
        }
        let mut dict = node.dict;
        hang(pdf, node.id, &mut dict, node.children, false);
        pdf.set_object(node.id, dict);
    }
}
