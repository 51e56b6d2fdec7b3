//! The system's fonts, found by looking into its font folders: which file draws what, read from a few tables of each,
//! and whether its maker allows embedding.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::File,
    io::{Read, Seek, SeekFrom},
    path::{Path, PathBuf},
    sync::Arc,
};

use parley::fontique::Blob;
use skrifa::{FontRef, MetadataProvider};

use super::{Face, collection, words};

/// The largest `cmap` that is read, and the largest font: a guard against damaged files.
const CMAP_MAX: u32 = 8 << 20;
const FONT_MAX: u64 = 200 << 20;

/// One face in a font folder.
pub(super) struct Found {
    path: PathBuf,
    index: u32,
    /// Smaller is better: plain sans faces of known quality first.
    rank: u32,
    /// The characters it draws, as sorted ranges with both ends inside.
    cover: Vec<(u32, u32)>,
}

impl Found {
    fn draws(&self, c: char) -> bool {
        let code = u32::from(c);
        let after = self.cover.partition_point(|(first, _)| *first <= code);
        after.checked_sub(1).is_some_and(|place| self.cover[place].1 >= code)
    }
}

/// Where this system keeps its fonts.
pub(super) fn folders() -> Vec<PathBuf> {
    let home = std::env::var_os("HOME").map(PathBuf::from);
    let mut folders: Vec<PathBuf> = Vec::new();
    if cfg!(target_os = "windows") {
        let windows = std::env::var_os("WINDIR").map_or_else(|| PathBuf::from("C:\\Windows"), PathBuf::from);
        folders.push(windows.join("Fonts"));
        folders
            .extend(std::env::var_os("LOCALAPPDATA").map(|data| PathBuf::from(data).join("Microsoft\\Windows\\Fonts")));
    } else if cfg!(target_os = "macos") {
        folders.extend(["/System/Library/Fonts", "/Library/Fonts"].map(PathBuf::from));
        folders.push(PathBuf::from("/System/Library/AssetsV2"));
        folders.extend(home.map(|home| home.join("Library/Fonts")));
    } else {
        folders.extend(["/usr/share/fonts", "/usr/local/share/fonts"].map(PathBuf::from));
        if let Some(home) = home {
            folders.extend([home.join(".local/share/fonts"), home.join(".fonts")]);
        }
    }
    folders
}

/// Reads what every font in the folders covers. A file that is not a sound font is passed over.
pub(super) fn look(folders: &[PathBuf]) -> Vec<Found> {
    let mut files = Vec::new();
    for folder in folders {
        list(folder, 6, &mut files);
    }
    files.sort();
    files.dedup();
    let mut found: Vec<Found> = files.iter().filter_map(|path| inspect(path)).flatten().collect();
    found.sort_by(|a, b| (a.rank, &a.path, a.index).cmp(&(b.rank, &b.path, b.index)));
    found
}

fn list(folder: &Path, depth: u32, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.filter_map(|entry| entry.ok().map(|e| e.path())) {
        let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
        if ["ttf", "otf", "ttc", "otc"].contains(&ending.as_str()) {
            files.push(path);
        } else if depth > 0 && path.is_dir() {
            list(&path, depth - 1, files);
        }
    }
}

/// Faces that draw as many of these characters as can be drawn, each with the characters it was chosen for.
pub(super) fn choose(found: &[Found], wanted: &BTreeSet<char>) -> Vec<(Arc<Face>, Vec<char>)> {
    let mut by_script: BTreeMap<&str, BTreeSet<char>> = BTreeMap::new();
    for c in wanted {
        // One face for all of Chinese, Japanese and Korean where there is one: mixed faces look mixed.
        let script = match words::script(*c) {
            "Korean" | "Japanese" => "Chinese or Japanese",
            other => other,
        };
        by_script.entry(script).or_default().insert(*c);
    }
    let mut chosen: Vec<(Arc<Face>, Vec<char>)> = Vec::new();
    for mut lacking in by_script.into_values() {
        let mut tried = BTreeSet::new();
        while !lacking.is_empty() {
            let count = |face: &Found| lacking.iter().filter(|c| face.draws(**c)).count();
            // The first of the best: `found` is in order of rank.
            let mut best: Option<(usize, usize)> = None;
            for (place, face) in found.iter().enumerate().filter(|(place, _)| !tried.contains(place)) {
                let drawn = count(face);
                if drawn > best.map_or(0, |(_, most)| most) {
                    best = Some((place, drawn));
                }
            }
            let Some((place, _)) = best else { break };
            tried.insert(place);
            let drawn: Vec<char> = lacking.iter().copied().filter(|c| found[place].draws(*c)).collect();
            if let Some(face) = load(&found[place], &drawn) {
                lacking.retain(|c| !drawn.contains(c));
                chosen.push((Arc::new(face), drawn));
            }
        }
    }
    chosen
}

/// Loads a face and makes sure that a subset of it can be written; one that cannot is passed over.
fn load(found: &Found, drawn: &[char]) -> Option<Face> {
    if std::fs::metadata(&found.path).ok()?.len() > FONT_MAX {
        return None;
    }
    let name: String = found.path.file_stem()?.to_string_lossy().chars().filter(char::is_ascii_alphanumeric).collect();
    let bytes = collection::single(std::fs::read(&found.path).ok()?, found.index)?;
    let face = Face::new(&format!("{name}-{}", found.index), Blob::new(Arc::new(bytes)))?;
    let charmap = face.font()?.charmap();
    let mut glyphs = subsetter::GlyphRemapper::new();
    for c in drawn {
        glyphs.remap(u16::try_from(charmap.map(*c)?.to_u32()).ok()?);
    }
    crate::subset::subset(&face, &glyphs).map(|_| face)
}

/// Reads the faces of one file: their coverage, and whether they may and can be embedded.
fn inspect(path: &Path) -> Option<Vec<Found>> {
    let mut file = File::open(path).ok()?;
    let head = read(&mut file, 0, 12)?;
    let starts: Vec<u32> = if head.starts_with(b"ttcf") {
        let count = u32_at(&head, 8)?.min(64);
        let list = read(&mut file, 12, count * 4)?;
        (0..count as usize).filter_map(|place| u32_at(&list, place * 4)).collect()
    } else {
        vec![0]
    };
    let rank = rank(path);
    let faces = starts.iter().zip(0..).filter_map(|(start, index)| {
        let cover = coverage(&mut file, *start)?;
        Some(Found { path: path.to_owned(), index, rank, cover })
    });
    Some(faces.collect())
}

fn coverage(file: &mut File, start: u32) -> Option<Vec<(u32, u32)>> {
    let head = read(file, start, 12)?;
    let count = u32::from(u16_at(&head, 4)?);
    let records = read(file, start + 12, count * 16)?;
    let table = |tag: &[u8; 4]| {
        records
            .chunks_exact(16)
            .find(|record| record.starts_with(tag))
            .and_then(|record| Some((u32_at(record, 8)?, u32_at(record, 12)?)))
    };
    // Colour pictures are no outlines.
    if [b"glyf", b"CFF ", b"CFF2"].iter().all(|tag| table(tag).is_none()) || table(b"COLR").is_some() {
        return None;
    }
    if let Some((offset, _)) = table(b"OS/2") {
        let embedding = u16_at(&read(file, offset, 10)?, 8)?;
        // Restricted licence, no subsetting, or bitmaps only.
        if embedding & 0x000F == 0x0002 || embedding & 0x0300 != 0 {
            return None;
        }
    }
    let (offset, length) = table(b"cmap").filter(|(_, length)| *length <= CMAP_MAX)?;
    // A font of this one table, so that the library reads it without the rest of the file.
    let mut alone = vec![0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0];
    alone.extend(b"cmap");
    alone.extend([0; 4]);
    alone.extend(28_u32.to_be_bytes());
    alone.extend(length.to_be_bytes());
    alone.extend(read(file, offset, length)?);
    let font = FontRef::new(&alone).ok()?;
    let mut codes: Vec<u32> =
        font.charmap().mappings().filter(|(_, glyph)| glyph.to_u32() != 0).map(|(code, _)| code).collect();
    codes.sort_unstable();
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for code in codes {
        match ranges.last_mut() {
            Some((_, last)) if code <= *last + 1 => *last = code,
            _ => ranges.push((code, code)),
        }
    }
    (!ranges.is_empty()).then_some(ranges)
}

fn rank(path: &Path) -> u32 {
    const GOOD: [&str; 24] = [
        "notosanscjk",
        "sourcehansans",
        "notosanssc",
        "notosanstc",
        "notosansjp",
        "notosanskr",
        "pingfang",
        "hiraginosans",
        "hiragino sans",
        "applesdgothicneo",
        "yugothr",
        "yugothm",
        "msyh",
        "malgun",
        "meiryo",
        "msgothic",
        "simsun",
        "droidsansfallbackfull",
        "notosans",
        "leelawui",
        "nirmala",
        "thonburi",
        "segoeui",
        "dejavusans",
    ];
    const PLAIN_NOT: [&str; 14] = [
        "bold",
        "black",
        "thin",
        "light",
        "medium",
        "italic",
        "oblique",
        "serif",
        "mono",
        "condensed",
        "display",
        "looped",
        "bd.",
        "unjoined",
    ];
    let name = path.file_name().map(|n| n.to_string_lossy().to_lowercase()).unwrap_or_default();
    let known = GOOD.iter().zip(0..).find(|(good, _)| name.starts_with(**good)).map_or(500, |(_, place)| place);
    let odd = if PLAIN_NOT.iter().any(|word| name.contains(word)) { 1000 } else { 0 };
    let last = if ["unifont", "lastresort"].iter().any(|word| name.contains(word)) { 5000 } else { 0 };
    known + odd + last
}

fn read(file: &mut File, offset: u32, length: u32) -> Option<Vec<u8>> {
    file.seek(SeekFrom::Start(u64::from(offset))).ok()?;
    let mut bytes = vec![0; length as usize];
    file.read_exact(&mut bytes).ok()?;
    Some(bytes)
}

fn u16_at(bytes: &[u8], place: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(place..place + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], place: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(place..place + 4)?.try_into().ok()?))
}
