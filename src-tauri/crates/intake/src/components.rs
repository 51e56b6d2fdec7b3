//! What a calendar is made of, as its lines: meetings, and definitions of time zones (RFC 5545, section 3.6).

use std::{collections::BTreeMap, ops::ControlFlow};

use crate::{
    MOST,
    lines::{Line, each_line},
    notes::{Notes, one_line},
};

/// What is read of a meeting; other lines are not kept.
const OF_A_MEETING: &[&str] = &[
    "UID",
    "SEQUENCE",
    "STATUS",
    "SUMMARY",
    "DESCRIPTION",
    "LOCATION",
    "ORGANIZER",
    "ATTENDEE",
    "DTSTART",
    "DTEND",
    "DURATION",
    "RRULE",
    "RDATE",
    "EXDATE",
    "RECURRENCE-ID",
    "X-MICROSOFT-CDO-ALLDAYEVENT",
];
/// The most lines that are kept of one calendar. As many meetings as are read have a few dozen each.
const LINES_MAX: usize = 500_000;

/// The lines of one meeting as it stands in the file.
pub(crate) struct Source {
    pub line: usize,
    pub lines: Vec<Line>,
}

impl Source {
    /// The first line of this name.
    pub fn get(&self, name: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.name == name)
    }

    /// Every line of this name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Line> {
        self.lines.iter().filter(move |line| line.name == name)
    }

    pub fn text(&self, name: &str) -> String {
        self.get(name).map(Line::text).unwrap_or_default()
    }

    pub fn uid(&self) -> String {
        let uid = one_line(&self.text("UID"));
        // What stands still when the file is exported again.
        if uid.is_empty() { one_line(&format!("{} {}", self.text("DTSTART"), self.text("SUMMARY"))) } else { uid }
    }

    pub fn sequence(&self) -> i64 {
        self.get("SEQUENCE").and_then(|line| line.value.trim().parse().ok()).unwrap_or(0)
    }
}

/// What a calendar says of all its meetings.
#[derive(Default)]
pub(crate) struct Whole {
    pub zone: Option<String>,
    pub cancelled: bool,
}

/// What is being gathered: a meeting, or the definition of a zone.
struct Gathered {
    is_meeting: bool,
    source: Source,
}

/// The meetings and the definitions of time zones, each as its lines.
#[derive(Default)]
pub(crate) struct Components {
    pub sources: Vec<Source>,
    pub zones: BTreeMap<String, Vec<Line>>,
    pub whole: Whole,
    /// Where there were too many meetings to be read on.
    pub cut: Option<usize>,
    /// Whether the file says that it is a calendar.
    pub is_calendar: bool,
    /// Whether there is any text in it.
    pub has_text: bool,
}

impl Components {
    /// Reads a file.
    pub fn of(bytes: &[u8], notes: &mut Notes) -> Self {
        let mut read = Self::default();
        let mut gathering = Gathering::default();
        read.has_text = each_line(bytes, notes, |line, notes| {
            let kept = gathering.kept;
            let flow = gathering.take(line, &mut read, notes);
            if kept < LINES_MAX && gathering.kept >= LINES_MAX {
                let of = gathering.gathered.take().map_or(1, |gathered| gathered.source.line);
                notes.error(of, format!("The meetings of this calendar have more than {LINES_MAX} lines; from here on nothing was read. Export fewer days."));
                return ControlFlow::Break(());
            }
            flow
        });
        gathering.cut_off(notes);
        read
    }
}

/// How far the reading of a file is.
#[derive(Default)]
struct Gathering {
    gathered: Option<Gathered>,
    /// What is open inside the meeting or zone that is being gathered.
    open: Vec<String>,
    /// How many lines are kept.
    kept: usize,
}

impl Gathering {
    fn take(&mut self, line: Line, read: &mut Components, notes: &mut Notes) -> ControlFlow<()> {
        let is_part = matches!(line.name.as_str(), "BEGIN" | "END");
        let value = if is_part { line.value.trim().to_ascii_uppercase() } else { String::new() };
        let is_either = matches!(value.as_str(), "VEVENT" | "VTIMEZONE");
        match (line.name.as_str(), &mut self.gathered) {
            ("BEGIN", _) if is_either => {
                self.cut_off(notes);
                if value == "VEVENT" && read.sources.len() >= MOST {
                    read.cut = Some(line.line);
                    return ControlFlow::Break(());
                }
                let source = Source { line: line.line, lines: Vec::new() };
                self.gathered = Some(Gathered { is_meeting: value == "VEVENT", source });
                self.open.clear();
            }
            ("END", _) if is_either => match self.gathered.take() {
                Some(Gathered { is_meeting: true, source }) => read.sources.push(source),
                Some(Gathered { source, .. }) => {
                    read.zones.insert(source.text("TZID"), source.lines);
                }
                None => {}
            },
            ("BEGIN", _) if value == "VCALENDAR" => {
                read.is_calendar = true;
                self.cut_off(notes);
            }
            ("END", _) if value == "VCALENDAR" => self.cut_off(notes),
            ("BEGIN" | "END", Some(of)) => {
                if line.name == "BEGIN" {
                    self.open.push(value);
                } else {
                    self.open.pop();
                }
                if !of.is_meeting {
                    self.kept += 1;
                    of.source.lines.push(line);
                }
            }
            // What stands in an alarm of a meeting is not the meeting's.
            (name, Some(of)) if !of.is_meeting || (self.open.is_empty() && OF_A_MEETING.contains(&name)) => {
                self.kept += 1;
                of.source.lines.push(line);
            }
            ("METHOD", None) => read.whole.cancelled = line.value.trim().eq_ignore_ascii_case("CANCEL"),
            ("X-WR-TIMEZONE", None) => read.whole.zone = Some(line.value.trim().to_owned()),
            _ => {}
        }
        ControlFlow::Continue(())
    }

    fn cut_off(&mut self, notes: &mut Notes) {
        if let Some(Gathered { is_meeting: true, source }) = self.gathered.take() {
            notes.error(source.line, "This meeting has no END:VEVENT. It was left out; perhaps the file was cut off.");
        }
        self.gathered = None;
    }
}
