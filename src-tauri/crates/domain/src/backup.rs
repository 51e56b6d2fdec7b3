//! Backups: what each was made for, how its file is named, and which ones are kept.

use std::collections::HashSet;

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Days of which the newest daily backup is kept.
pub const DAYS_KEPT: usize = 7;
/// Weeks (Monday to Sunday) of which the newest daily backup is kept.
pub const WEEKS_KEPT: usize = 4;
/// Backups of each other kind that the workbench makes by itself and keeps.
pub const OTHERS_KEPT: usize = 20;

/// What a backup was made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackupKind {
    /// By itself, once a day.
    Daily,
    /// Because someone asked.
    Asked,
    /// Before an import.
    BeforeImport,
    /// Before a restore or a rescue: what was there until then.
    BeforeRestore,
    /// Before the format of the store was changed by a newer version.
    BeforeUpdate,
    /// It does not say: a person renamed it, or copied it here.
    Other,
}

const KINDS: [(BackupKind, &str); 4] = [
    (BackupKind::Daily, "daily"),
    (BackupKind::Asked, "asked"),
    (BackupKind::BeforeImport, "import"),
    (BackupKind::BeforeRestore, "restore"),
];
const BEGIN: &str = "workbench-";
const END: &str = ".db";
const TIME: &str = "%Y-%m-%dT%H%M%SZ";

impl BackupKind {
    /// The name of a backup's file: `workbench-2026-11-26T071203Z-daily.db`, in UTC and whole seconds. `number` tells apart
    /// those of one second, from 1.
    #[must_use]
    pub fn file_name(self, at: Timestamp, number: u32) -> String {
        let word = KINDS.iter().find(|(kind, _)| *kind == self).map_or("other", |(_, word)| word);
        let more = if number > 1 { format!("-{number}") } else { String::new() };
        format!("{BEGIN}{}-{word}{more}{END}", at.strftime(TIME))
    }

    /// What a file's name says: what the backup was made for, and when. None where it is no backup's name at all; a time
    /// is missing where the name has none.
    #[must_use]
    pub fn of_file_name(name: &str) -> Option<(Self, Option<Timestamp>)> {
        let stem = name.strip_suffix(END).filter(|stem| !stem.is_empty() && !name.starts_with('.'))?;
        let Some(rest) = stem.strip_prefix(BEGIN) else { return Some((Self::Other, None)) };
        if rest.strip_prefix('v').is_some_and(|version| version.starts_with(|c: char| c.is_ascii_digit())) {
            return Some((Self::BeforeUpdate, None));
        }
        let Some((time, word)) = rest.split_once("Z-") else { return Some((Self::Other, None)) };
        let time = DateTime::strptime(TIME, format!("{time}Z")).ok().and_then(|time| time.to_zoned(TimeZone::UTC).ok());
        let word = word.split('-').next().unwrap_or_default();
        let kind = KINDS.iter().find(|(_, one)| *one == word).map_or(Self::Other, |(kind, _)| *kind);
        Some((kind, time.map(|time| time.timestamp())))
    }
}

/// A backup, as the rule for keeping sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its file's name.
    pub name: String,
    /// What it was made for.
    pub kind: BackupKind,
    /// When.
    pub at: Timestamp,
}

/// The names of the backups that the rule does not keep: of the daily ones all but the newest of each of the last
/// [`DAYS_KEPT`] days and [`WEEKS_KEPT`] weeks that have one, of those before imports and restores all but the newest
/// [`OTHERS_KEPT`]. What a person asked for, or named, is theirs to delete; one before a change of format stays.
#[must_use]
pub fn superfluous(all: &[Kept], zone: &TimeZone) -> Vec<String> {
    let mut newest: Vec<&Kept> = all.iter().collect();
    newest.sort_by(|a, b| (b.at, &b.name).cmp(&(a.at, &a.name)));
    let (mut days, mut weeks) = (HashSet::new(), HashSet::new());
    let (mut imports, mut restores) = (0, 0);
    let mut keeps = |one: &Kept| match one.kind {
        BackupKind::Daily => {
            let day = one.at.to_zoned(zone.clone()).date();
            let week = day.iso_week_date();
            // Both are asked: the newest of a day may be the newest of its week as well.
            let of_day = days.len() < DAYS_KEPT && days.insert(day);
            let of_week = weeks.len() < WEEKS_KEPT && weeks.insert((week.year(), week.week()));
            of_day || of_week
        }
        BackupKind::BeforeImport => {
            imports += 1;
            imports <= OTHERS_KEPT
        }
        BackupKind::BeforeRestore => {
            restores += 1;
            restores <= OTHERS_KEPT
        }
        BackupKind::Asked | BackupKind::BeforeUpdate | BackupKind::Other => true,
    };
    newest.into_iter().filter(|one| !keeps(one)).map(|one| one.name.clone()).collect()
}

/// How much there is in a store.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Counts {
    /// People, made-up ones of a practice left out.
    pub candidates: u32,
    /// Interviews.
    pub interviews: u32,
    /// Notes that were not removed.
    pub notes: u32,
    /// Ratings of questions.
    pub ratings: u32,
    /// Submitted scorecards.
    pub scorecards: u32,
    /// Versions of decisions.
    pub decisions: u32,
    /// Attached files.
    pub attachments: u32,
    /// Questions of the bank.
    pub questions: u32,
    /// Lines of the log.
    pub log_lines: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn daily(text: &str) -> Kept {
        let at = at(text);
        Kept { name: BackupKind::Daily.file_name(at, 1), kind: BackupKind::Daily, at }
    }

    #[test]
    fn a_name_says_what_for_and_when_and_is_read_back() {
        let when = at("2026-11-26T07:12:03Z");
        assert_eq!(BackupKind::Daily.file_name(when, 1), "workbench-2026-11-26T071203Z-daily.db");
        for (kind, _) in KINDS {
            for number in [1, 2] {
                assert_eq!(BackupKind::of_file_name(&kind.file_name(when, number)), Some((kind, Some(when))));
            }
        }
        for (name, found) in [
            ("workbench-v9.db", Some((BackupKind::BeforeUpdate, None))),
            ("workbench-v9-2.db", Some((BackupKind::BeforeUpdate, None))),
            ("my copy.db", Some((BackupKind::Other, None))),
            ("workbench-2026-13-99T071203Z-daily.db", Some((BackupKind::Daily, None))),
            ("workbench-x.db", Some((BackupKind::Other, None))),
            (".db", None),
            (".workbench-2026-11-26T071203Z-daily.db", None),
            ("workbench-2026-11-26T071203Z-daily.db.part", None),
            ("notes.txt", None),
        ] {
            assert_eq!(BackupKind::of_file_name(name), found, "{name}");
        }
    }

    #[test]
    fn seven_days_and_four_weeks_are_kept() {
        // Twice a day for forty days, to Sunday 29 November 2026.
        let all: Vec<Kept> = (0..40)
            .flat_map(|day| {
                let noon = at("2026-11-29T12:00:00Z") - jiff::SignedDuration::from_hours(24 * day);
                [daily(&noon.to_string()), daily(&(noon + jiff::SignedDuration::from_hours(3)).to_string())]
            })
            .collect();
        let gone = superfluous(&all, &TimeZone::UTC);
        let mut kept: Vec<&str> =
            all.iter().map(|one| one.name.as_str()).filter(|name| !gone.iter().any(|g| g == name)).collect();
        kept.sort_unstable();
        let days = [
            "2026-11-08",
            "2026-11-15",
            "2026-11-22",
            "2026-11-23",
            "2026-11-24",
            "2026-11-25",
            "2026-11-26",
            "2026-11-27",
            "2026-11-28",
            "2026-11-29",
        ];
        let wanted: Vec<String> = days.iter().map(|day| format!("workbench-{day}T150000Z-daily.db")).collect();
        assert_eq!(kept, wanted, "the newest of each of seven days, and the Sundays of the weeks before");
    }

    #[test]
    fn days_without_a_backup_cost_none_that_is_there() {
        let all = [daily("2025-01-01T10:00:00Z"), daily("2026-11-29T10:00:00Z")];
        assert_eq!(superfluous(&all, &TimeZone::UTC), Vec::<String>::new());
    }

    #[test]
    fn what_a_person_asked_for_or_a_newer_version_made_is_never_superfluous() {
        let of = |kind: BackupKind, count: u32| -> Vec<Kept> {
            (1..=count)
                .map(|n| Kept {
                    name: kind.file_name(Timestamp::UNIX_EPOCH, n),
                    kind,
                    at: Timestamp::UNIX_EPOCH + jiff::SignedDuration::from_secs(i64::from(n)),
                })
                .collect()
        };
        for kind in [BackupKind::Asked, BackupKind::BeforeUpdate, BackupKind::Other] {
            assert!(superfluous(&of(kind, 50), &TimeZone::UTC).is_empty());
        }
        for kind in [BackupKind::BeforeImport, BackupKind::BeforeRestore] {
            let all = of(kind, 23);
            let gone = superfluous(&all, &TimeZone::UTC);
            let oldest: Vec<String> = all[..3].iter().rev().map(|one| one.name.clone()).collect();
            assert_eq!(gone, oldest);
        }
    }
}
