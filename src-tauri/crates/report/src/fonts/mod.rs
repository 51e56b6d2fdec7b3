//! Which faces there are: those that travel inside the program, and those of the system for scripts that these lack.

mod bundled;
mod collection;
mod selection;
mod system;
pub(crate) mod words;

use std::{
    collections::{BTreeSet, HashMap},
    path::PathBuf,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

use parley::fontique::Blob;
use skrifa::{FontRef, MetadataProvider, Tag, raw::TableProvider};

pub(crate) use selection::{Fault, Selection, Weight};

/// The faces that documents are set in.
///
/// Keep one for the life of the program: what the system's fonts cover is found out once, and only when a text has a
/// character that the bundled faces lack.
pub struct Fonts {
    folders: Vec<PathBuf>,
    found: OnceLock<Vec<system::Found>>,
    known: Mutex<Known>,
}

/// What was looked up before.
#[derive(Default)]
struct Known {
    faces: Vec<Arc<Face>>,
    /// For each character that the bundled faces lack: which of `faces` draws it, if any.
    by_char: HashMap<char, Option<usize>>,
}

impl Default for Fonts {
    fn default() -> Self {
        Self::new()
    }
}

impl Fonts {
    /// The bundled faces, and the system's fonts for scripts that the bundled ones lack.
    #[must_use]
    pub fn new() -> Self {
        Self::with_system_folders(system::folders())
    }

    /// The bundled faces alone, so that a test gives the same pages on every machine.
    #[must_use]
    pub fn bundled_only() -> Self {
        Self::with_system_folders(Vec::new())
    }

    /// The bundled faces, and for other scripts the fonts in these folders.
    #[must_use]
    pub fn with_system_folders(folders: Vec<PathBuf>) -> Self {
        Self { folders, found: OnceLock::new(), known: Mutex::default() }
    }

    /// The system's faces that draw these characters, for each character that one of them draws.
    fn system(&self, wanted: &BTreeSet<char>) -> HashMap<char, Arc<Face>> {
        if self.folders.is_empty() || wanted.is_empty() {
            return HashMap::new();
        }
        // A poisoned lock holds at worst an unfinished list of faces, which is a good list.
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let unknown: BTreeSet<char> = wanted.iter().copied().filter(|c| !known.by_char.contains_key(c)).collect();
        if !unknown.is_empty() {
            let found = self.found.get_or_init(|| system::look(&self.folders));
            for (face, drawn) in system::choose(found, &unknown) {
                let place = known.faces.len();
                known.faces.push(face);
                known.by_char.extend(drawn.into_iter().map(|c| (c, Some(place))));
            }
            for c in unknown {
                known.by_char.entry(c).or_insert(None);
            }
        }
        wanted
            .iter()
            .filter_map(|c| known.by_char.get(c).copied().flatten().map(|place| (*c, known.faces[place].clone())))
            .collect()
    }
}

/// One face of one font file.
pub(crate) struct Face {
    /// Its name inside the document, such as `NotoSans-Regular`.
    pub name: String,
    /// The file: of this face alone.
    pub data: Blob<u8>,
    /// Where the axes of a variable font stand.
    pub axes: Vec<(Tag, f32)>,
}

impl Face {
    /// Takes a file in, if it is a font that can be drawn with.
    fn new(name: &str, data: Blob<u8>) -> Option<Self> {
        let font = FontRef::new(data.as_ref()).ok()?;
        font.cmap().ok()?;
        // A variable font's default may be its thinnest master.
        let axes = font
            .axes()
            .iter()
            .filter(|axis| axis.tag() == Tag::new(b"wght"))
            .map(|axis| (axis.tag(), 400.0_f32.clamp(axis.min_value(), axis.max_value())))
            .collect();
        Some(Self { name: name.to_owned(), axes, data })
    }

    /// The parsed font.
    pub(crate) fn font(&self) -> Option<FontRef<'_>> {
        FontRef::new(self.data.as_ref()).ok()
    }

    /// Whether it has a glyph for the character.
    pub(crate) fn covers(&self, characters: &[char]) -> Vec<bool> {
        let charmap = self.font().map(|font| font.charmap());
        characters
            .iter()
            .map(|c| charmap.as_ref().is_some_and(|map| map.map(*c).is_some_and(|glyph| glyph.to_u32() != 0)))
            .collect()
    }
}
