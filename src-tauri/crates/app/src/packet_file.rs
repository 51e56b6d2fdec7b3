//! A packet's file from anywhere: the data in it, and whether it is whole. No data folder is needed.

use std::path::Path;

use serde::Serialize;
use workbench_domain::{
    canonical,
    packet::data::{self, PacketData, Signature},
};
use workbench_report::{Carried, Fonts, Paper, carried, render_packet};

use crate::{
    disk::{path_words, read_at_most},
    failure::Failure,
};

/// A packet of a whole round with hundreds of long notes takes a tenth of this.
const FILE_MAX: usize = 64 << 20;

/// Whether the pages are those that the data give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Pages {
    /// Drawn again from the data, the file is the same to the byte.
    Same,
    /// Drawn again it is another file: changed, or drawn with other fonts or by another version.
    NotTheSame,
}

/// What is known of a packet's file.
#[derive(Debug, Clone, Serialize)]
pub struct Verified {
    /// SHA-256 of the data in it, in hexadecimal: it must be the one at the foot of every page.
    pub data_sha256: String,
    /// Whether the file names that hash itself.
    pub whole: bool,
    /// Whether its pages say what the data say.
    pub pages: Pages,
    /// Who vouches for it.
    pub signature: Signature,
}

fn open(path: &Path) -> Result<(Vec<u8>, Carried), Failure> {
    let file = read_at_most(path, FILE_MAX)?;
    if file.len() > FILE_MAX {
        return Err(Failure::invalid(format!("{} is larger than {} MB.", path_words(path), FILE_MAX >> 20)));
    }
    let found = carried(&file).map_err(|cause| not_read(path, &cause))?;
    Ok((file, found))
}

fn not_read(path: &Path, cause: &dyn std::fmt::Display) -> Failure {
    Failure::invalid(format!("{} cannot be read as a packet. {cause}", path_words(path)))
}

/// The data of a packet's file.
///
/// # Errors
/// A failure that says why it is no packet of a form that this version knows.
pub fn read(path: &Path) -> Result<PacketData, Failure> {
    let (_, found) = open(path)?;
    data::read(&found.data).map_err(|cause| not_read(path, &cause))
}

/// Whether a packet's file is whole.
///
/// # Errors
/// As [`read`].
pub fn verify(path: &Path) -> Result<Verified, Failure> {
    let (file, found) = open(path)?;
    let packet = data::read(&found.data).map_err(|cause| not_read(path, &cause))?.packet;
    let data_sha256 = canonical::hash_bytes(&found.data);
    let fonts = Fonts::new();
    let same = |paper| render_packet(&packet, paper, &fonts).is_ok_and(|made| made.bytes == file);
    let pages = if [Paper::A4, Paper::Letter].into_iter().any(same) { Pages::Same } else { Pages::NotTheSame };
    let whole = found.hash.as_ref() == Some(&data_sha256);
    Ok(Verified { data_sha256, whole, pages, signature: Signature::default() })
}
