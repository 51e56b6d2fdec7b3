//! The data that a document's file carries, read from any bytes.
//!
//! The file may come from anyone. It is therefore not opened as a PDF, with all that such a reader can be made to do: the
//! one stream with the data is looked for, and the one line of the metadata with their hash. Both stand plainly in a
//! file as this program writes it.

use std::io::Read as _;

use flate2::read::ZlibDecoder;
use workbench_domain::data::DATA_MAX;

use crate::seal::Seal;

/// What a document's file carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// The data, as they are.
    pub data: Vec<u8>,
    /// The hash of the data that the file's metadata name, in lower-case hexadecimal.
    pub hash: Option<String>,
}

/// Why no data were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotCarried {
    /// No PDF.
    #[error("It is not a PDF.")]
    NoPdf,
    /// A PDF whose end is missing, and with it what was looked for.
    #[error("It is cut off: its end is missing. Get it again.")]
    CutOff,
    /// A PDF without data, or whose streams were packed by another program.
    #[error("It carries no data of the workbench. Only documents as the workbench wrote them do.")]
    Nothing,
    /// More than one stream of data.
    #[error("It carries data more than once, so that nobody can tell which are meant.")]
    Several,
    /// A stream that ends too soon or was packed in another way.
    #[error("The data in it are damaged.")]
    Damaged,
    /// More than is taken.
    #[error("The data in it are larger than {} MB.", DATA_MAX >> 20)]
    TooLarge,
}

/// A stream's dictionary is shorter than this.
const DICTIONARY_MAX: usize = 2048;

/// Finds the data in a file; in one with a password, with what the password opened.
///
/// # Errors
/// [`NotCarried`] by its cause.
pub fn carried(file: &[u8], seal: Option<&Seal>) -> Result<Carried, NotCarried> {
    looked_for(file, seal).map_err(|cause| match cause {
        NotCarried::Nothing | NotCarried::Damaged if is_cut_off(file) => NotCarried::CutOff,
        cause => cause,
    })
}

/// Whether a PDF has no end, as one that was not copied or sent to its end.
#[must_use]
pub fn is_cut_off(file: &[u8]) -> bool {
    file.starts_with(b"%PDF-") && find(file, b"%%EOF").next().is_none()
}

fn looked_for(file: &[u8], seal: Option<&Seal>) -> Result<Carried, NotCarried> {
    if !file.starts_with(b"%PDF-") {
        return Err(NotCarried::NoPdf);
    }
    let name = b"/EmbeddedFile";
    // Not the list of all such files, whose name goes on.
    let ends = |place: &usize| !file.get(place + name.len()).is_some_and(u8::is_ascii_alphanumeric);
    let mut places = find(file, name).filter(ends);
    let place = places.next().ok_or(NotCarried::Nothing)?;
    if places.next().is_some() {
        return Err(NotCarried::Several);
    }
    let (dictionary, packed) = stream(file, place).ok_or(NotCarried::Damaged)?;
    let opened = seal.map(|seal| seal.decrypt(packed).ok_or(NotCarried::Damaged)).transpose()?;
    let packed = opened.as_deref().unwrap_or(packed);
    let data = match find(dictionary, b"/Filter").next() {
        None => packed.to_vec(),
        Some(_) if find(dictionary, b"/FlateDecode").next().is_some() => {
            let mut data = Vec::new();
            let most = DATA_MAX as u64 + 1;
            ZlibDecoder::new(packed).take(most).read_to_end(&mut data).map_err(|_| NotCarried::Damaged)?;
            data
        }
        Some(_) => return Err(NotCarried::Damaged),
    };
    if data.len() > DATA_MAX {
        return Err(NotCarried::TooLarge);
    }
    let hash = match seal {
        None => hash(file),
        Some(seal) => metadata(file, seal).as_deref().and_then(hash),
    };
    Ok(Carried { data, hash })
}

/// The stream whose dictionary is around this place: the dictionary, and what is in it as it stands in the file.
fn stream(file: &[u8], place: usize) -> Option<(&[u8], &[u8])> {
    let before = place.saturating_sub(DICTIONARY_MAX);
    let start = find(&file[before..place], b" obj").last()? + before;
    let window = &file[start..file.len().min(place + DICTIONARY_MAX)];
    let end = find(window, b"stream").next()?;
    let dictionary = &window[..end];
    let body = &file[start + end + b"stream".len()..];
    let body = body.strip_prefix(b"\r\n").or_else(|| body.strip_prefix(b"\n"))?;
    Some((dictionary, body.get(..number(dictionary, b"/Length")?)?))
}

/// The metadata of a file with a password.
fn metadata(file: &[u8], seal: &Seal) -> Option<Vec<u8>> {
    let place = find(file, b"/Type/Metadata").next()?;
    seal.decrypt(stream(file, place)?.1)
}

/// Whether the file has a password.
#[must_use]
pub fn is_encrypted(file: &[u8]) -> bool {
    // The words about the password stand plainly; at their side the keys that it opens.
    let name = b"/Encrypt";
    find(file, name).any(|place| file.get(place + name.len()).is_some_and(|byte| !byte.is_ascii_alphanumeric()))
}

/// The hash in the metadata.
fn hash(file: &[u8]) -> Option<String> {
    let name = b"<dc:identifier>sha256:";
    let start = find(file, name).next()? + name.len();
    let hash = file.get(start..start + 64)?;
    let is_hash = hash.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    is_hash.then(|| String::from_utf8_lossy(hash).into_owned())
}

/// The whole number after a name.
fn number(dictionary: &[u8], name: &[u8]) -> Option<usize> {
    let after = find(dictionary, name).find_map(|place| {
        let after = &dictionary[place + name.len()..];
        let blanks = after.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        after.get(blanks).is_some_and(u8::is_ascii_digit).then(|| &after[blanks..])
    })?;
    let digits = after.iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
    std::str::from_utf8(&after[..digits]).ok()?.parse().ok()
}

/// Every place of some bytes in others.
fn find<'b>(bytes: &'b [u8], what: &'b [u8]) -> impl Iterator<Item = usize> + 'b {
    bytes.windows(what.len()).enumerate().filter(move |(_, window)| *window == what).map(|(place, _)| place)
}
