//! The times of one calendar, each in its zone, with what is doubtful about them.

use std::{collections::BTreeMap, rc::Rc};

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::TimeZone,
};

use crate::{
    lines::Line,
    notes::{Notes, quoted},
    onsets::Onsets,
    when::{Moment, moment},
    zone::{Comes, Zone},
};

/// So many meetings of series are counted in one file to get to those that are wanted.
const STEPS: usize = 2_000_000;

/// A day, or a local time in its zone.
#[derive(Debug, Clone)]
pub(crate) enum Point {
    Day(Date),
    Time { local: DateTime, zone: Rc<Zone>, instant: Timestamp },
}

impl Point {
    /// What names it in a series: the instant or the day.
    pub fn name(&self) -> String {
        match self {
            Self::Day(date) => date.to_string(),
            Self::Time { instant, .. } => instant.to_string(),
        }
    }
}

/// The zones of a calendar.
pub(crate) struct Times {
    floating: Rc<Zone>,
    floating_name: String,
    definitions: BTreeMap<String, Vec<Line>>,
    known: BTreeMap<String, Rc<Zone>>,
    utc: Rc<Zone>,
    /// How many more meetings of series may be counted.
    pub steps: usize,
    /// The first time without a zone, and how many there are.
    without: (usize, usize),
}

impl Times {
    /// `own` is the zone that times without one are counted in, `said` what the calendar says of that.
    pub fn new(own: &TimeZone, said: Option<&str>, definitions: BTreeMap<String, Vec<Line>>) -> Self {
        let said = said.and_then(|name| Zone::named(name).map(|zone| (zone, name.to_owned())));
        let here = || (Zone::Known(own.clone()), own.iana_name().unwrap_or("the time of this computer").to_owned());
        let (floating, floating_name) = said.unwrap_or_else(here);
        Self {
            floating: Rc::new(floating),
            floating_name,
            definitions,
            known: BTreeMap::new(),
            utc: Rc::new(Zone::Known(TimeZone::UTC)),
            steps: STEPS,
            without: (0, 0),
        }
    }

    /// The first time that a line gives.
    pub fn point(&mut self, line: &Line, notes: &mut Notes) -> Option<Point> {
        self.points(line, notes).into_iter().next()
    }

    /// Every time that a line gives; of a span of time its start.
    pub fn points(&mut self, line: &Line, notes: &mut Notes) -> Vec<Point> {
        let mut points = Vec::new();
        for text in line.value.split(',') {
            let text = text.split('/').next().unwrap_or_default();
            let Some(moment) = moment(text) else {
                notes.warning(line.line, format!("{} is not a date or time that could be read.", quoted(text)));
                continue;
            };
            points.extend(match moment {
                Moment::Date(date) => Some(Point::Day(date)),
                Moment::Instant(instant) => {
                    let local = TimeZone::UTC.to_datetime(instant);
                    Some(Point::Time { local, zone: Rc::clone(&self.utc), instant })
                }
                Moment::Local(local) => {
                    let zone = self.zone(line, notes);
                    Self::at(local, &zone, line.line, notes)
                }
            });
        }
        points
    }

    /// A local time of a zone; what its clocks make of it is noted.
    pub fn at(local: DateTime, zone: &Rc<Zone>, line: usize, notes: &mut Notes) -> Option<Point> {
        let (instant, comes) = zone.instant(local)?;
        let time = || format!("{} {:02}:{:02}", local.date(), local.hour(), local.minute());
        match comes {
            Comes::Once => {}
            Comes::Twice => {
                notes.warning(
                    line,
                    format!("{} comes twice, since the clock is put back. The first one was taken.", time()),
                );
            }
            Comes::Never => {
                notes.warning(
                    line,
                    format!(
                        "{} does not exist, since the clock is put forward. It was read as one hour later.",
                        time()
                    ),
                );
            }
        }
        Some(Point::Time { local, zone: Rc::clone(zone), instant })
    }

    fn zone(&mut self, line: &Line, notes: &mut Notes) -> Rc<Zone> {
        let Some(name) = line.param("TZID") else {
            self.without = (if self.without.1 == 0 { line.line } else { self.without.0 }, self.without.1 + 1);
            return Rc::clone(&self.floating);
        };
        if let Some(zone) = self.known.get(name) {
            return Rc::clone(zone);
        }
        let defined = || {
            let lines = self.definitions.get(name)?;
            let said =
                lines.iter().find(|line| line.name == "X-LIC-LOCATION").and_then(|line| Zone::named(&line.value));
            said.or_else(|| Onsets::read(lines).map(Zone::Defined))
        };
        let zone = Zone::named(name).or_else(defined).map(Rc::new).unwrap_or_else(|| {
            let what =
                format!("The time zone {} is unknown. Its times were read as {}.", quoted(name), self.floating_name);
            notes.warning(line.line, what);
            Rc::clone(&self.floating)
        });
        self.known.insert(name.to_owned(), Rc::clone(&zone));
        zone
    }

    /// Says what was taken for times without a zone.
    pub fn finish(self, notes: &mut Notes) {
        let (line, count) = self.without;
        if count > 0 {
            let times = if count == 1 { "One time has".to_owned() } else { format!("{count} times have") };
            notes.warning(line, format!("{times} no time zone. They were read as {}.", self.floating_name));
        }
    }
}
