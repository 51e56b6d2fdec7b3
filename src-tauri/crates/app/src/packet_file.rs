//! A document's file from anywhere: the data in it, whether it is whole, and by whose key. No data folder is needed.

mod says;

use std::path::Path;

use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
pub use workbench_domain::data::DocumentData;
use workbench_domain::{
    canonical, data,
    signer::{self, Signer},
};
use workbench_report::{
    Carried, Fonts, Found, Language, NotOpened, Paper, Print, Seal, Signed, carried, find_signature, is_cut_off,
    render_comparison, render_guide, render_packet, sign,
};
use workbench_vault::is_signed;

use self::says::says;
use crate::{
    App,
    disk::{path_words, read_at_most},
    failure::Failure,
    protection::Secret,
    signing,
};

/// A packet of a whole round with hundreds of long notes takes a tenth of this.
const FILE_MAX: usize = 64 << 20;

/// Whether the data are those that the file says it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DataState {
    /// They have the hash that the file names.
    Whole,
    /// They have another hash than the one that the file names.
    NotTheSame,
    /// They cannot be read.
    Unreadable,
    /// They can be read only with the file's password.
    Encrypted,
}

/// Whether the pages are those that the data give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Pages {
    /// Drawn again from the data, the file is the same to the byte.
    Same,
    /// Drawn again it is another file: changed, or drawn with other fonts or by another version.
    NotTheSame,
    /// They were not drawn again: only the data were asked for or none could be read, or the file was changed.
    Unknown,
}

/// What is to be said of a file's signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SignatureState {
    /// Nobody signed it, and it says so.
    Unsigned,
    /// Not one byte was changed since it was signed.
    Whole,
    /// It was changed since it was signed.
    Changed,
    /// It is whole up to where it ended when it was signed, and more was added behind.
    AppendedTo,
    /// It says that it is signed, and the signature is gone.
    TakenOut,
    /// Another key signed it than the one that it names.
    OtherKey,
    /// It has more than one signature.
    Several,
}

/// Who a file says signed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SignerSeen {
    /// The name, as they gave it themselves; none where the data do not say it.
    pub name: Option<String>,
    /// The fingerprint of their key, eight groups of four signs.
    pub fingerprint: String,
    /// Whether the key is this workbench's own, or the one that was named to be expected.
    pub known: bool,
}

/// What is known of a document's file.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Verified {
    /// What it is: `packet`, `comparison` or `guide`; none where its data cannot be read.
    pub kind: Option<String>,
    /// SHA-256 of the data in it, in hexadecimal: it must be the one at the foot of every page. None where there are none.
    pub data_sha256: Option<String>,
    /// Whether those are the data that it says it holds.
    pub data: DataState,
    /// Whether its pages say what the data say.
    pub pages: Pages,
    /// Whether it was changed since it was signed.
    pub signature: SignatureState,
    /// By whose key, as the file says; none where it names nobody.
    pub signer: Option<SignerSeen>,
    /// How many bytes were added behind the signed file.
    pub appended_bytes: u32,
    /// Whether nothing speaks against it: its data are whole, and it is whole since it was signed, or nobody signed it.
    pub good: bool,
    /// All of that in sentences, the weightiest first.
    pub says: Vec<String>,
}

impl Verified {
    /// Whether somebody vouches for the data: signed, and whole since.
    #[must_use]
    pub fn vouched(&self) -> bool {
        self.good && self.signature == SignatureState::Whole
    }
}

/// Looks at a document's file.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PacketVerify {
    /// The file, in base64 (RFC 4648), at most 64 MB.
    pub bytes: String,
    /// The fingerprint that its key should have, as someone read it out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub fingerprint: Option<String>,
    /// The file's password, where it has one. Without it the signature alone can be checked.
    #[serde(default)]
    #[ts(optional = nullable, type = "string")]
    pub password: Option<Secret>,
}

fn taken(path: &Path) -> Result<Vec<u8>, Failure> {
    let file = read_at_most(path, FILE_MAX)?;
    if file.len() > FILE_MAX {
        return Err(Failure::invalid(format!("{} is larger than {} MB.", path_words(path), FILE_MAX >> 20)));
    }
    Ok(file)
}

fn not_read(path: &Path, cause: &str) -> Failure {
    Failure::invalid(format!("{} cannot be read as a packet. {cause}", path_words(path)))
}

/// The data of a document's file: what they say; their bytes, which are canonical JSON; and what is known of the file, without
/// which nobody should rely on them; its pages are not looked at. Of a signed file they are those that were signed. `password` is for a file that has one.
///
/// # Errors
/// A failure that says why it is no document of a form that this version knows.
pub fn read(path: &Path, password: Option<&str>) -> Result<(DocumentData, Vec<u8>, Verified), Failure> {
    let file = taken(path)?;
    let seal = opened(&file, password).map_err(|cause| not_read(path, &cause.to_string()))?;
    let (verified, held) = look(&file, seal.as_ref(), &[], false, None).map_err(|cause| not_read(path, &cause))?;
    let (found, data) = held.map_err(|(state, cause)| match state {
        DataState::Encrypted => not_read(path, &format!("{cause} At the command line: --password-fd.")),
        // It is signed, so that there is something to say of it all the same.
        _ => not_read(path, &format!("{cause} {}", verified.says.first().map_or("", String::as_str))),
    })?;
    Ok((data, found.data, verified))
}

/// Whether a document's file is whole, and by whose key; `expected` is the fingerprint that the key should have, and `own` one's
/// own, which is known where none is expected.
///
/// # Errors
/// When the file cannot be read, or is none of ours at all.
pub fn verify(
    path: &Path,
    expected: Option<&str>,
    own: Option<&str>,
    password: Option<&str>,
) -> Result<Verified, Failure> {
    let known = expected.map(fingerprint_of).transpose()?.or_else(|| own.map(str::to_owned));
    let file = taken(path)?;
    let seal = opened(&file, password).map_err(|cause| not_read(path, &cause.to_string()))?;
    let known = known.into_iter().collect::<Vec<_>>();
    let looked = look(&file, seal.as_ref(), &known, expected.is_some(), Some(&Fonts::new()));
    looked.map(|(verified, _)| verified).map_err(|cause| not_read(path, &cause))
}

/// What the password opens, where the file has one and it was given.
fn opened(file: &[u8], password: Option<&str>) -> Result<Option<Seal>, NotOpened> {
    let password = password.filter(|_| workbench_report::is_encrypted(file));
    password.map(|password| Seal::of(file, password)).transpose()
}

pub(crate) async fn packet_verify(app: &App, request: PacketVerify) -> Result<Verified, Failure> {
    let expected = request.fingerprint.as_deref().map(str::trim).filter(|typed| !typed.is_empty());
    let told = expected.map(fingerprint_of).transpose()?;
    let file = BASE64_STANDARD
        .decode(&request.bytes)
        .map_err(|_| Failure::invalid("The bytes of the file are not base64.").under("bytes"))?;
    if file.len() > FILE_MAX {
        return Err(Failure::invalid(format!("The file is larger than {} MB.", FILE_MAX >> 20)));
    }
    // Who names a key asks for that one, their own or not.
    let known = match &told {
        Some(told) => vec![told.clone()],
        None => signing::own(app).await?.fingerprint.into_iter().collect(),
    };
    let password = request.password.as_ref().map(|password| password.0.as_str()).filter(|typed| !typed.is_empty());
    let seal = opened(&file, password).map_err(|cause| Failure::invalid(cause.to_string()).under("password"))?;
    let app = app.clone();
    let looked =
        tokio::task::spawn_blocking(move || look(&file, seal.as_ref(), &known, told.is_some(), Some(app.fonts())));
    let looked = looked.await.map_err(Failure::bug)?;
    looked.map(|(verified, _)| verified).map_err(|cause| Failure::invalid(format!("This is no packet. {cause}")))
}

fn fingerprint_of(typed: &str) -> Result<String, Failure> {
    signer::read(typed).ok_or_else(|| {
        Failure::invalid(
            "That is no fingerprint of a key. It has eight groups of four signs, as in “7K3M 9QXA …”, and stands at the foot \
             of every signed page.",
        )
        .under("fingerprint")
    })
}

/// The data of a file, or what they are instead and why.
type Held = Result<(Carried, DocumentData), (DataState, String)>;

/// The data in a file, or what they are instead and why.
fn held(file: &[u8], seal: Option<&Seal>) -> Result<Carried, (DataState, String)> {
    if seal.is_none() && workbench_report::is_encrypted(file) {
        let words = "It has a password: its data and pages are looked at only with it.";
        return Err((DataState::Encrypted, words.to_owned()));
    }
    carried(file, seal).map_err(|cause| (DataState::Unreadable, cause.to_string()))
}

/// What is known of a file; its pages are looked at where there are `fonts` to draw them again with.
fn look(
    file: &[u8],
    seal: Option<&Seal>,
    known: &[String],
    told: bool,
    fonts: Option<&Fonts>,
) -> Result<(Verified, Held), String> {
    let found = find_signature(file);
    let sound = match &found {
        Found::One(signed) => is_signed(&signed.key, &signed.message, &signed.signature),
        _ => false,
    };
    // What was signed, without what came behind it.
    let signed_end = match &found {
        Found::One(signed) if sound => signed.end,
        _ => file.len(),
    };
    let file_as_signed = &file[..signed_end];
    let read: Held = held(file_as_signed, seal).and_then(|found| {
        let read = data::read(&found.data).map_err(|cause| (DataState::Unreadable, cause.to_string()))?;
        Ok((found, read))
    });
    if let (Found::Nothing, Err((DataState::Unreadable, cause))) = (&found, &read) {
        return Err(cause.clone());
    }
    let named = read.as_ref().ok().and_then(|(_, read)| read.signer());
    let signature = match &found {
        Found::Nothing if named.is_some() => SignatureState::TakenOut,
        Found::Nothing => SignatureState::Unsigned,
        Found::Several => SignatureState::Several,
        Found::Broken => SignatureState::Changed,
        Found::One(_) if !sound => SignatureState::Changed,
        Found::One(signed) if read.is_ok() && named.and_then(Signer::public) != Some(signed.key) => {
            SignatureState::OtherKey
        }
        Found::One(signed) if signed.end < file.len() => SignatureState::AppendedTo,
        Found::One(_) => SignatureState::Whole,
    };
    let vouched = matches!(signature, SignatureState::Whole | SignatureState::AppendedTo);
    let seen = |name: Option<&str>, fingerprint: String| SignerSeen {
        name: name.map(str::to_owned),
        known: vouched && known.contains(&fingerprint),
        fingerprint,
    };
    let signer = match (&found, named) {
        (_, Some(named)) => Some(seen(Some(&named.name), named.fingerprint())),
        (Found::One(signed), None) => Some(seen(None, signer::fingerprint(&signed.key))),
        _ => None,
    };
    let mut verified = Verified {
        kind: None,
        data_sha256: None,
        data: DataState::Unreadable,
        pages: Pages::Unknown,
        signature,
        signer,
        appended_bytes: u32::try_from(file.len() - signed_end).unwrap_or(u32::MAX),
        good: false,
        says: Vec::new(),
    };
    let problem = match &read {
        Ok((found, read)) => {
            let hash = canonical::hash_bytes(&found.data);
            verified.kind = Some(read.noun().to_owned());
            verified.data = if found.hash.as_ref() == Some(&hash) { DataState::Whole } else { DataState::NotTheSame };
            verified.data_sha256 = Some(hash);
            // What was changed is not drawn again to be told so once more.
            let worth =
                matches!(signature, SignatureState::Unsigned | SignatureState::Whole | SignatureState::AppendedTo);
            verified.pages = match fonts.filter(|_| worth) {
                None => Pages::Unknown,
                Some(fonts) if drawn_again(read, file_as_signed, seal, fonts) => Pages::Same,
                Some(_) => Pages::NotTheSame,
            };
            None
        }
        Err((state, cause)) => {
            verified.data = *state;
            Some(cause.clone())
        }
    };
    let data_hold = matches!(verified.data, DataState::Whole | DataState::Encrypted);
    let cut = is_cut_off(file);
    verified.good = match signature {
        _ if cut => false,
        SignatureState::Whole => data_hold && (!told || verified.signer.as_ref().is_some_and(|signer| signer.known)),
        SignatureState::Unsigned => data_hold && !told,
        _ => false,
    };
    verified.says = says(&verified, told, problem, cut);
    Ok((verified, read))
}

/// Whether the data give this very file, with the signature that it has, in one of the ways in which it can be printed.
fn drawn_again(data: &DocumentData, file: &[u8], seal: Option<&Seal>, fonts: &Fonts) -> bool {
    let signature = match find_signature(file) {
        Found::One(signed) => Some(signed),
        _ => None,
    };
    let ways = Language::all().flat_map(|language| [Paper::A4, Paper::Letter].map(|paper| (language, paper)));
    ways.into_iter().any(|(language, paper)| {
        let print = Print { paper, language, seal: seal.cloned() };
        let made = match data {
            DocumentData::Packet(packet) => render_packet(packet, print, fonts),
            DocumentData::Comparison(comparison) => render_comparison(comparison, print, fonts),
            DocumentData::Guide(guide) => render_guide(guide, print, fonts),
        };
        made.is_ok_and(|mut made| {
            if let Some(Signed { signature, .. }) = signature.as_deref() {
                sign(&mut made.bytes, |_| *signature);
            }
            made.bytes == file
        })
    })
}
