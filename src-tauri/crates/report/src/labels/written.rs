//! Dates, times, numbers and what a rating is called, in a language.

use jiff::civil::DateTime;
use workbench_domain::{
    comparable::WhyNot,
    decision::{Outcome, Stance},
    entry::EntryKind,
    formula::{CompetencyFigure, Composite, printed},
    log::Act,
    rating::{Level, Rating},
    record::{DeviationKind, Unjudged},
    scorecard::Recommendation,
};

use super::Labels;

impl Labels {
    /// "12 March 2026".
    pub(crate) fn date(&self, time: DateTime) -> String {
        let month = self.text(match time.month() {
            1 => "date.months_1",
            2 => "date.months_2",
            3 => "date.months_3",
            4 => "date.months_4",
            5 => "date.months_5",
            6 => "date.months_6",
            7 => "date.months_7",
            8 => "date.months_8",
            9 => "date.months_9",
            10 => "date.months_10",
            11 => "date.months_11",
            _ => "date.months_12",
        });
        self.with(
            "date.day",
            &[
                ("day", &time.day()),
                ("day_2", &format!("{:02}", time.day())),
                ("month", &month),
                ("month_number", &time.month()),
                ("month_2", &format!("{:02}", time.month())),
                ("year", &time.year()),
            ],
        )
    }

    /// "14:30".
    fn time(&self, time: DateTime) -> String {
        let (hour, minute) = (format!("{:02}", time.hour()), format!("{:02}", time.minute()));
        self.with("date.time", &[("hour", &hour), ("minute", &minute)])
    }

    /// "12 March 2026, 14:30"; the day alone at midnight, which stands for a time that is left out.
    pub(crate) fn moment(&self, time: DateTime) -> String {
        if time == time.start_of_day() {
            return self.date(time);
        }
        self.with("date.moment", &[("date", &self.date(time)), ("time", &self.time(time))])
    }

    /// The time of day alone, where it is of the same day as `day`, else the whole moment.
    pub(crate) fn moment_of(&self, day: DateTime, time: DateTime) -> String {
        let alone = day.date() == time.date() && time != time.start_of_day();
        if alone { self.time(time) } else { self.moment(time) }
    }

    /// A whole number, in groups of three figures.
    pub(crate) fn whole(&self, number: u32) -> String {
        if number < 1000 {
            return number.to_string();
        }
        let figures = number.to_string();
        let mut out = String::new();
        for (place, figure) in figures.chars().enumerate() {
            if place > 0 && (figures.len() - place).is_multiple_of(3) {
                out.push_str(self.text("number.group"));
            }
            out.push(figure);
        }
        out
    }

    /// A number that is written with a point in it, with the language's own sign in its place.
    pub(crate) fn decimal(&self, number: &str) -> String {
        number.replace('.', self.text("number.decimal"))
    }

    /// A mean or a composite, to two places.
    pub(crate) fn figure(&self, value: f64) -> String {
        self.decimal(&printed(value))
    }

    /// A part of one, in hundredths.
    pub(crate) fn percent(&self, share: f64) -> String {
        self.with("number.percent", &[("n", &self.decimal(&format!("{:.0}", share * 100.0)))])
    }

    /// Numbers in rising order; where three or more follow on each other, from the first to the last of them.
    pub(crate) fn numbers(&self, all: &[u32]) -> String {
        let mut parts = Vec::new();
        for run in all.chunk_by(|one, next| one + 1 == *next) {
            match run {
                [from, _, .., to] if run.len() > 2 => {
                    parts.push(self.with("list.range", &[("from", from), ("to", to)]));
                }
                _ => parts.extend(run.iter().map(u32::to_string)),
            }
        }
        self.list(&parts)
    }

    /// What a competency's mean rests on.
    pub(crate) fn covered(&self, figure: &CompetencyFigure) -> String {
        self.with(
            "matrix.covered",
            &[
                ("n", &figure.scorecards_rated),
                ("scorecards", &self.count("count.scorecard", figure.scorecards_asked)),
                ("rated", &self.whole(figure.questions_rated)),
                ("questions", &self.count("count.question", figure.questions)),
            ],
        )
    }

    /// What a composite rests on: how many competencies, and how much weight.
    pub(crate) fn basis(&self, composite: &Composite) -> [String; 2] {
        let competencies = self.count("count.competency", composite.competencies);
        [
            self.with(
                "matrix.of_competencies",
                &[("n", &composite.competencies_rated), ("competencies", &competencies)],
            ),
            self.with("matrix.of_weight", &[("n", &composite.weight_rated), ("all", &composite.weight)]),
        ]
    }

    /// The same in a sentence.
    pub(crate) fn rests_on(&self, composite: &Composite) -> String {
        let [competencies, weight] = self.basis(composite);
        self.with("matrix.basis", &[("competencies", &competencies), ("weight", &weight)])
    }

    /// The word of a level.
    pub(crate) fn word(&self, level: Level) -> &str {
        self.text(match level.number() {
            1 => "rating.level_1",
            2 => "rating.level_2",
            3 => "rating.level_3",
            4 => "rating.level_4",
            _ => "rating.level_5",
        })
    }

    /// "4 Above".
    pub(crate) fn level(&self, level: Level) -> String {
        format!("{} {}", level.number(), self.word(level))
    }

    /// "4 Above", "Not asked".
    pub(crate) fn rating(&self, rating: Rating) -> String {
        match rating {
            Rating::Level(level) => self.level(level),
            Rating::NotAsked => self.text("rating.not_asked").to_owned(),
            Rating::CouldNotJudge => self.text("rating.could_not_judge").to_owned(),
        }
    }

    /// What is no level, with its cause: "Not asked", "Could not judge: out of time".
    pub(crate) fn missing(&self, rating: Rating, unjudged: Option<Unjudged>) -> String {
        match unjudged.filter(|_| rating == Rating::CouldNotJudge) {
            Some(cause) => self.with("rating.could_not_judge_why", &[("why", &self.unjudged(cause))]),
            None => self.rating(rating),
        }
    }

    /// The same as it stands in a table.
    pub(crate) fn small_missing(&self, rating: Rating, unjudged: Option<Unjudged>) -> String {
        match (rating, unjudged) {
            (Rating::Level(level), _) => self.level(level),
            (Rating::NotAsked, _) => self.text("rating.small_not_asked").to_owned(),
            (Rating::CouldNotJudge, None) => self.text("rating.small_could_not_judge").to_owned(),
            (Rating::CouldNotJudge, Some(cause)) => {
                self.with("rating.small_could_not_judge_why", &[("why", &self.unjudged(cause))])
            }
        }
    }

    fn unjudged(&self, cause: Unjudged) -> &str {
        self.text(match cause {
            Unjudged::Interrupted => "unjudged.interrupted",
            Unjudged::OutOfTime => "unjudged.out_of_time",
            Unjudged::Misunderstood => "unjudged.misunderstood",
        })
    }

    pub(crate) fn recommendation(&self, of: Recommendation) -> &str {
        self.text(match of {
            Recommendation::StrongNo => "recommendation.strong_no",
            Recommendation::No => "recommendation.no",
            Recommendation::Yes => "recommendation.yes",
            Recommendation::StrongYes => "recommendation.strong_yes",
        })
    }

    pub(crate) fn kind(&self, of: EntryKind) -> &str {
        self.text(match of {
            EntryKind::Note => "entry.note",
            EntryKind::Quote => "entry.quote",
            EntryKind::Good => "entry.good",
            EntryKind::Concern => "entry.concern",
            EntryKind::FollowUp => "entry.follow_up",
            EntryKind::Code => "entry.code",
        })
    }

    pub(crate) fn deviation(&self, of: DeviationKind) -> &str {
        self.text(match of {
            DeviationKind::Reworded => "deviation.reworded",
            DeviationKind::Skipped => "deviation.skipped",
        })
    }

    pub(crate) fn outcome(&self, of: Outcome) -> &str {
        self.text(match of {
            Outcome::Hire => "outcome.hire",
            Outcome::NoHire => "outcome.no_hire",
            Outcome::Hold => "outcome.hold",
            Outcome::AnotherRound => "outcome.another_round",
        })
    }

    pub(crate) fn stance(&self, of: Stance) -> &str {
        self.text(match of {
            Stance::With => "stance.with",
            Stance::Against => "stance.against",
        })
    }

    /// What was done, as the log has it.
    pub(crate) fn act(&self, of: Act) -> String {
        self.text(&format!("act.{}", of.code())).to_owned()
    }

    /// Why candidates are not compared on a competency.
    pub(crate) fn why_not(&self, of: WhyNot) -> &str {
        self.text(match of {
            WhyNot::TooLittle => "comparison.too_little",
            WhyNot::NotAsked => "comparison.not_asked",
            WhyNot::OtherRole => "comparison.other_role",
            WhyNot::NotInRole => "comparison.not_in_role",
        })
    }

    /// A person's words with quotation marks around them, unless they have some.
    pub(crate) fn quoted(&self, text: &str) -> String {
        if text.starts_with(['“', '"', '„', '«', '「']) {
            return text.to_owned();
        }
        format!("{}{text}{}", self.text("quote.open"), self.text("quote.close"))
    }
}
