//! The packet's data inside its file, for programs.

use lopdf::{Object, ObjectId, Stream, dictionary};

/// What the data are called in a viewer's list of attachments.
pub(crate) const NAME: &str = "packet.json";

/// Puts the data in. Returns what the file's lists refer to.
pub(crate) fn packet(pdf: &mut lopdf::Document, data: &[u8], date: &str) -> ObjectId {
    let about = dictionary! {
        "Size" => i64::try_from(data.len()).unwrap_or(0),
        "ModDate" => Object::string_literal(date),
    };
    let kind = dictionary! { "Type" => "EmbeddedFile", "Subtype" => "application/json", "Params" => about };
    let stream = pdf.add_object(Stream::new(kind, data.to_vec()));
    let words = "The packet as data; docs/packet-data.md of the Interview Workbench says what is in it";
    pdf.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => Object::string_literal(NAME),
        "UF" => Object::string_literal(NAME),
        "Desc" => Object::string_literal(words),
        "AFRelationship" => "Data",
        "EF" => dictionary! { "F" => stream, "UF" => stream },
    })
}
