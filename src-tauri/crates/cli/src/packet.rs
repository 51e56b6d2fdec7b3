//! `packet read` and `packet verify`: a packet's file from anywhere, without a data folder.

use std::{io::Write, path::Path};

use serde_json::json;
use workbench_app::{
    disk::path_words,
    isolate,
    packet_file::{self, Pages},
};

use crate::{End, print::count};

pub(crate) fn read(file: &Path, as_json: bool, out: &mut dyn Write) -> Result<(), End> {
    let data = packet_file::read(file)?;
    if as_json {
        return Ok(writeln!(out, "{}", json!(data))?);
    }
    let packet = data.packet;
    Ok(writeln!(
        out,
        "{}\t{}\tmade {}\t{}",
        isolate(&packet.candidate),
        isolate(&packet.role),
        packet.made_at,
        count(packet.scorecards.len(), "scorecard")
    )?)
}

pub(crate) fn verify(file: &Path, as_json: bool, out: &mut dyn Write) -> Result<(), End> {
    let verified = packet_file::verify(file)?;
    if as_json {
        writeln!(out, "{}", json!(verified))?;
    } else {
        let name = path_words(file);
        if verified.whole {
            writeln!(out, "{name}: the data are whole. Their SHA-256, to be compared with the foot of its pages:")?;
        } else {
            writeln!(out, "{name}: the data are NOT those that the file says it holds. Their SHA-256 is:")?;
        }
        writeln!(out, "  {}", verified.data_sha256)?;
        writeln!(
            out,
            "{}",
            match verified.pages {
                Pages::Same => "The pages say what the data say: drawn again, the file is the same to the byte.",
                Pages::NotTheSame => {
                    "The pages are not confirmed: drawn again, the file is another. It was changed, or drawn with other \
                 fonts or by another version."
                }
            }
        )?;
        writeln!(out, "It is {}: nobody vouches for who made it.", verified.signature.words())?;
    }
    if verified.whole { Ok(()) } else { Err(End::Said(1)) }
}
