//! The time zones that calendars name: by the database's own names, by Windows', by the definition in the file.

use std::{collections::BTreeMap, sync::LazyLock};

use jiff::{
    Timestamp,
    civil::DateTime,
    tz::{AmbiguousOffset, TimeZone, TimeZoneDatabase},
};

use crate::onsets::Onsets;

/// Windows' names with the zone of each; see the head of the file.
static WINDOWS: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    let lines = include_str!("../data/windows_zones.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once('\t')).collect()
});

/// The database inside the program, so that every laptop reads a file alike.
static DATABASE: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// What local times are counted in.
#[derive(Debug, Clone)]
pub(crate) enum Zone {
    /// One of the database.
    Known(TimeZone),
    /// One that the file defines.
    Defined(Onsets),
}

/// How often a local time comes on its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Comes {
    Once,
    /// The clock is put back: the first one is meant.
    Twice,
    /// The clock is put forward: what the clock would have shown is meant.
    Never,
}

impl Zone {
    /// The zone of this name, if the database or Windows knows it.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim().trim_matches('"');
        if let Ok(zone) = DATABASE.get(name) {
            return Some(Self::Known(zone));
        }
        if let Some(iana) = WINDOWS.get(name) {
            return DATABASE.get(iana).ok().map(Self::Known);
        }
        // Such as "/freeassociation.sourceforge.net/Europe/Berlin": the end of it names the zone.
        let parts: Vec<&str> = name.split('/').collect();
        let ends = (1..parts.len()).map(|from| parts[from..].join("/"));
        ends.filter(|end| end.contains('/')).find_map(|end| DATABASE.get(&end).ok()).map(Self::Known)
    }

    /// The instant of a local time. What comes twice is the first one; what never comes is counted by the clock before
    /// the change (RFC 5545, section 3.3.5). None beyond the years that are counted.
    pub fn instant(&self, local: DateTime) -> Option<(Timestamp, Comes)> {
        match self {
            Self::Known(zone) => {
                let found = zone.to_ambiguous_timestamp(local);
                let comes = match found.offset() {
                    AmbiguousOffset::Unambiguous { .. } => Comes::Once,
                    AmbiguousOffset::Gap { .. } => Comes::Never,
                    AmbiguousOffset::Fold { .. } => Comes::Twice,
                };
                found.compatible().ok().map(|instant| (instant, comes))
            }
            Self::Defined(onsets) => onsets.instant(local),
        }
    }
}
