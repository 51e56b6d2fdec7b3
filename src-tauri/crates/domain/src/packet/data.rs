//! The packet as data inside its file: its schema's name beside it, one canonical form, one hash, and who signed.

use serde::{Deserialize, Serialize};

use super::Packet;
use crate::canonical;

/// The name of the schema that this program writes and reads. The number grows when a reader of the older one would
/// misread the newer; `docs/packet-data.md` lists them.
pub const SCHEMA: &str = "interview-workbench/packet/1";

/// What the data of a packet may take at most, in bytes.
pub const DATA_MAX: usize = 32 << 20;

/// A packet with the name of its schema.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PacketData {
    /// [`SCHEMA`].
    pub schema: String,
    /// The packet.
    pub packet: Packet,
}

/// Who vouches for a packet's file. A signature covers the whole file but its own bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Signature {
    /// Nobody: interviewers have no keys yet.
    #[default]
    Unsigned,
}

impl Signature {
    /// As it stands on the pages.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Unsigned => "unsigned",
        }
    }
}

/// Why bytes are no packet's data.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DataError {
    /// More than [`DATA_MAX`].
    #[error("The data in it are larger than {} MB.", DATA_MAX >> 20)]
    TooLarge,
    /// No JSON, or not of the schema's form.
    #[error("The data in it cannot be read: {0}.")]
    Form(String),
    /// Another schema.
    #[error("The data in it are of the form “{}”, which this version does not know. It knows {SCHEMA}.", crate::text::isolate(.0))]
    Schema(String),
    /// The same content written in another way: not what this program wrote.
    #[error("The data in it are not as the workbench writes them: they were written again by another program.")]
    Rewritten,
}

#[derive(Serialize)]
struct Written<'a> {
    schema: &'static str,
    packet: &'a Packet,
}

#[derive(Deserialize)]
struct Named {
    schema: String,
}

/// The canonical bytes of a packet's data, as they stand in its file.
#[must_use]
pub fn bytes(packet: &Packet) -> Vec<u8> {
    canonical::bytes(&Written { schema: SCHEMA, packet })
}

/// Reads a packet's data from outside. They are of a known form, and nothing in them is passed over.
///
/// # Errors
/// [`DataError`] by its cause. Nesting has serde_json's limit of 128.
pub fn read(bytes: &[u8]) -> Result<PacketData, DataError> {
    if bytes.len() > DATA_MAX {
        return Err(DataError::TooLarge);
    }
    let form = |error: serde_json::Error| DataError::Form(error.to_string());
    let Named { schema } = serde_json::from_slice(bytes).map_err(form)?;
    if schema != SCHEMA {
        return Err(DataError::Schema(schema.chars().take(80).collect()));
    }
    let data: PacketData = serde_json::from_slice(bytes).map_err(form)?;
    // A field that is not known, or one that is there twice, would be lost here and so found.
    if canonical::bytes(&data) == bytes { Ok(data) } else { Err(DataError::Rewritten) }
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
            role: String::new(),
            retention: None,
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
        }
    }

    #[test]
    fn a_packet_comes_back_from_its_data() {
        let written = bytes(&packet());
        let data = read(&written).unwrap();
        assert_eq!((data.schema.as_str(), data.packet), (SCHEMA, packet()));
    }

    #[test]
    fn other_data_are_refused_with_their_cause() {
        let text = String::from_utf8(bytes(&packet())).unwrap();
        let check = |changed: String, cause: &str| {
            let error = read(changed.as_bytes()).unwrap_err().to_string();
            assert!(error.contains(cause), "{error}");
        };
        check(text.replace("packet/1", "packet/2"), "packet/2");
        check(text.replace("\"sample\":false", "\"sample\":0"), "cannot be read");
        check(text.replace("\"sample\":false", "\"sample\":false,\"seen\":1"), "written again");
        check(text.replace("\":", "\": "), "written again");
        check("[".repeat(100_000), "cannot be read");
        check("{}".to_owned(), "cannot be read");
    }
}
