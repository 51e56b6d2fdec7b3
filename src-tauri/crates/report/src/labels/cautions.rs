//! What must be known before comparing, and what was imported, in a language.

use workbench_domain::{
    compare::{AskedKit, CautionFact, MissedMustHave, UnaskedQuestions},
    shared::{ImportedRating, ImportedScorecard, ImportedTogether, MappedValue, OWN, source_words},
    text::isolate,
};

use super::Labels;

impl Labels {
    /// A caution, without whose it is.
    pub(crate) fn caution(&self, fact: &CautionFact) -> String {
        match fact {
            CautionFact::OtherRoles => self.text("caution.other_roles").to_owned(),
            CautionFact::OtherKits => self.text("caution.other_kits").to_owned(),
            CautionFact::NoInterview => self.text("caution.no_interview").to_owned(),
            CautionFact::Open(scorecards) => self.count("caution.open", *scorecards),
            CautionFact::UntilOwn => self.text("caution.until_own").to_owned(),
            CautionFact::UntilRound(candidate) => self.with("caution.until_round", &[("who", &isolate(candidate))]),
            CautionFact::Asked(kits) => {
                let kit = |kit: &AskedKit| {
                    self.with("caution.kit", &[("title", &isolate(&kit.title)), ("version", &kit.version)])
                };
                self.with("caution.asked", &[("kits", &self.list(&kits.iter().map(kit).collect::<Vec<_>>()))])
            }
            CautionFact::NothingRated => self.text("caution.nothing_rated").to_owned(),
            CautionFact::Imported(together) => self.together("caution.imported", together),
            CautionFact::Unasked(UnaskedQuestions { titles, more }) => {
                let count = u32::try_from(titles.len()).unwrap_or(u32::MAX);
                let quote = |title: &String| {
                    format!("{}{}{}", self.text("quote.open"), isolate(title), self.text("quote.close"))
                };
                let titles = self.list(&titles.iter().map(quote).collect::<Vec<_>>());
                match more {
                    0 => self.count_with("caution.unasked", count, &[("titles", &titles)]),
                    more => self.count_with("caution.unasked_more", *more, &[("titles", &titles)]),
                }
            }
            CautionFact::Missed(MissedMustHave { competency, level, mean }) => {
                let (name, level) = (isolate(competency), level.number());
                match mean {
                    None => self.with("caution.missed_unrated", &[("competency", &name), ("level", &level)]),
                    Some(mean) => {
                        let mean = self.figure(*mean);
                        self.with("caution.missed", &[("competency", &name), ("level", &level), ("mean", &mean)])
                    }
                }
            }
        }
    }

    /// What a reader must know of imported scorecards as a whole.
    pub(crate) fn together(&self, key: &str, of: &ImportedTogether) -> String {
        let shown = |one: &MappedValue| {
            let level = one.level.map_or_else(|| self.text("imported.no_level").to_owned(), |level| self.level(level));
            self.with("imported.shown", &[("said", &isolate(&one.said)), ("level", &level)])
        };
        let mapped: Vec<String> = of.mapped.iter().map(shown).collect();
        let mapped = match mapped.as_slice() {
            [] => String::new(),
            all => self.with("imported.mapped", &[("values", &self.list(all))]),
        };
        let source = match of.source.as_deref() {
            None => self.text("imported.elsewhere"),
            Some(OWN) => self.text("imported.workbench"),
            Some("table") => self.text("imported.table"),
            // A program's own name.
            Some(source) => source_words(source),
        };
        self.count_with(key, of.scorecards, &[("source", &source), ("mapped", &mapped)])
    }

    /// One imported scorecard on a line.
    pub(crate) fn imported(&self, of: &ImportedScorecard) -> String {
        let overall = of.recommendation.map_or_else(
            || self.text("imported.no_recommendation").to_owned(),
            |recommendation| self.recommendation(recommendation).to_owned(),
        );
        let rated = |rating: &ImportedRating| {
            let level = rating.level.map(|level| level.number().to_string());
            let same = level.as_deref() == Some(rating.said.as_str());
            let level = level.unwrap_or_else(|| self.text("imported.no_level").to_owned());
            let key = if same { "imported.rated" } else { "imported.rated_as" };
            let (name, said) = (isolate(&rating.name), isolate(&rating.said));
            self.with(key, &[("name", &name), ("level", &level), ("said", &said)])
        };
        let facts: Vec<String> = std::iter::once(overall).chain(of.ratings.iter().map(rated)).collect();
        let facts = facts.join(self.text("list.semicolon"));
        let who = match of.interviewer.as_str() {
            "" => self.text("imported.someone").to_owned(),
            name => isolate(name),
        };
        let key = if of.interview.is_empty() { "imported.line" } else { "imported.line_of" };
        self.with(key, &[("who", &who), ("interview", &isolate(&of.interview)), ("facts", &facts)])
    }
}
