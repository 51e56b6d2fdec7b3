//! A document's data inside its file, for programs.

use lopdf::{Object, ObjectId, Stream, dictionary};

use crate::{blocks::Document, tags};

/// Puts the data in. Returns what the file's lists refer to.
pub(crate) fn data(pdf: &mut lopdf::Document, document: &Document) -> ObjectId {
    let data = &document.data;
    let mut about = dictionary! { "Size" => i64::try_from(data.bytes.len()).unwrap_or(0) };
    // A text in a stream's dictionary would have to be encrypted for itself.
    if document.seal.is_none() {
        about.set("ModDate", Object::string_literal(document.date.as_str()));
    }
    let kind = dictionary! { "Type" => "EmbeddedFile", "Subtype" => "application/json", "Params" => about };
    let stream = pdf.add_object(Stream::new(kind, data.bytes.clone()));
    pdf.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => Object::string_literal(data.name.as_str()),
        "UF" => Object::string_literal(data.name.as_str()),
        "Desc" => tags::text(document.say.text("document.attached")),
        "AFRelationship" => "Data",
        "EF" => dictionary! { "F" => stream, "UF" => stream },
    })
}
