//! A document as data inside its file: the schema's name beside it, one canonical form, one hash.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{
    canonical,
    guide::Guide,
    packet::{Comparison, Packet},
    signer::Signer,
};

/// What the data of a document may take at most, in bytes.
pub const DATA_MAX: usize = 32 << 20;

/// A document's data. Each kind has the name of its schema; its number grows when a reader of the older one would misread
/// the newer. `docs/packet-data.md` lists them.
#[derive(Debug, Clone, PartialEq)]
pub enum DocumentData {
    /// A candidate's packet.
    Packet(Box<Packet>),
    /// Candidates side by side.
    Comparison(Box<Comparison>),
    /// A kit as an interviewer guide.
    Guide(Box<Guide>),
}

/// A document that a file can carry.
pub trait Carried: Serialize + DeserializeOwned {
    /// The name of its schema.
    const SCHEMA: &'static str;
    /// What it is called in the data.
    const NOUN: &'static str;
    /// Who signs it.
    fn signer(&self) -> Option<&Signer>;
}

macro_rules! carried {
    ($($kind:ident, $schema:literal, $noun:literal;)+) => {
        $(impl Carried for $kind {
            const SCHEMA: &'static str = $schema;
            const NOUN: &'static str = $noun;

            fn signer(&self) -> Option<&Signer> {
                self.signer.as_ref()
            }
        })+

        impl DocumentData {
            /// Who signs it, as the data say.
            #[must_use]
            pub fn signer(&self) -> Option<&Signer> {
                match self {
                    $(Self::$kind(document) => document.signer(),)+
                }
            }

            /// What it is: `packet`, `comparison` or `guide`.
            #[must_use]
            pub fn noun(&self) -> &'static str {
                match self {
                    $(Self::$kind(_) => $kind::NOUN,)+
                }
            }
        }

        fn of_schema(schema: &str, bytes: &[u8]) -> Result<DocumentData, DataError> {
            match schema {
                $($kind::SCHEMA => whole::<$kind>(bytes).map(|document| DocumentData::$kind(Box::new(document))),)+
                other => Err(DataError::Schema(other.chars().take(80).collect())),
            }
        }
    };
}

carried! {
    Packet, "interview-workbench/packet/1", "packet";
    Comparison, "interview-workbench/comparison/1", "comparison";
    Guide, "interview-workbench/guide/1", "guide";
}

/// Why bytes are no document's data.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DataError {
    /// More than [`DATA_MAX`].
    #[error("The data in it are larger than {} MB.", DATA_MAX >> 20)]
    TooLarge,
    /// No JSON, or not of the schema's form.
    #[error("The data in it cannot be read: {0}.")]
    Form(String),
    /// Another schema.
    #[error(
        "The data in it are of the form “{}”, which this version does not know. It knows {}, {} and {}.",
        crate::text::isolate(.0), Packet::SCHEMA, Comparison::SCHEMA, Guide::SCHEMA
    )]
    Schema(String),
    /// The same content written in another way: not what this program wrote.
    #[error("The data in it are not as the workbench writes them: they were written again by another program.")]
    Rewritten,
}

fn form(error: &serde_json::Error) -> DataError {
    DataError::Form(error.to_string())
}

/// The canonical bytes of a document's data, as they stand in its file.
#[must_use]
pub fn bytes<D: Carried>(document: &D) -> Vec<u8> {
    canonical::bytes(&std::collections::BTreeMap::from([
        ("schema", Field::<D>::Schema(D::SCHEMA)),
        (D::NOUN, Field::Document(document)),
    ]))
}

/// One of the two fields of the data.
#[derive(Serialize)]
#[serde(untagged)]
enum Field<'a, D> {
    Schema(&'static str),
    Document(&'a D),
}

/// Reads a document's data from outside. They are of a known form, and nothing in them is passed over.
///
/// # Errors
/// [`DataError`] by its cause. Nesting has serde_json's limit of 128.
pub fn read(bytes: &[u8]) -> Result<DocumentData, DataError> {
    #[derive(Deserialize)]
    struct Named {
        schema: String,
    }
    if bytes.len() > DATA_MAX {
        return Err(DataError::TooLarge);
    }
    let Named { schema } = serde_json::from_slice(bytes).map_err(|error| form(&error))?;
    of_schema(&schema, bytes)
}

fn whole<D: Carried>(data: &[u8]) -> Result<D, DataError> {
    let mut fields: serde_json::Map<String, serde_json::Value> =
        serde_json::from_slice(data).map_err(|error| form(&error))?;
    let document = fields.remove(D::NOUN).ok_or_else(|| DataError::Form(format!("there is no {}", D::NOUN)))?;
    let document: D = serde_json::from_value(document).map_err(|error| form(&error))?;
    // A field that is not known, or one that is there twice, would be lost here and so found.
    if bytes(&document) == data { Ok(document) } else { Err(DataError::Rewritten) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formula::Composite;

    fn packet() -> Packet {
        Packet {
            made_at: jiff::civil::date(2026, 11, 22).at(9, 0, 0, 0),
            sample: false,
            candidate: "Ana \u{202E}Ruiz".to_owned(),
            beside: None,
            role: String::new(),
            retention: None,
            rule: None,
            panel: Vec::new(),
            matrix: Vec::new(),
            composite: Composite {
                value: Some(3.625),
                competencies_rated: 1,
                competencies: 1,
                weight_rated: 1,
                weight: 1,
            },
            scorecards: Vec::new(),
            decisions: Vec::new(),
            agreed: Vec::new(),
            imported: Vec::new(),
            fairness: None,
            audience: crate::packet::Audience::Panel,
            without: Vec::new(),
            own_copy: None,
            log: Vec::new(),
            signer: Some(Signer::new("Ana", &[7; 32])),
        }
    }

    #[test]
    fn a_packet_comes_back_from_its_data() {
        let data = read(&bytes(&packet())).unwrap();
        assert_eq!((data.noun(), data.signer()), ("packet", packet().signer.as_ref()));
        assert_eq!(data, DocumentData::Packet(Box::new(packet())));
    }

    #[test]
    fn other_data_are_refused_with_their_cause() {
        let text = String::from_utf8(bytes(&packet())).unwrap();
        let check = |changed: String, cause: &str| {
            let error = read(changed.as_bytes()).unwrap_err().to_string();
            assert!(error.contains(cause), "{error}");
        };
        check(text.replace("packet/1", "packet/2"), "packet/2");
        check(text.replace("packet/1", "guide/1"), "no guide");
        check(text.replace("\"sample\":false", "\"sample\":0"), "cannot be read");
        check(text.replace("\"sample\":false", "\"sample\":false,\"seen\":1"), "written again");
        check(text.replace("{\"packet\"", "{\"more\":1,\"packet\""), "written again");
        check(text.replace("\"name\":\"Ana\"", "\"by\":1,\"name\":\"Ana\""), "cannot be read");
        check(text.replace("\":", "\": "), "written again");
        check("[".repeat(100_000), "cannot be read");
        check("{}".to_owned(), "cannot be read");
    }
}
