//! The rows of a comparison in one shape, whether they are competencies or questions.

use workbench_domain::{
    compare::questions::QuestionRow,
    compare::{CellRating, CompareCell, CompareRow, CompareScorecard, CompareTable, Dot},
    formula::printed,
    meeting::Part,
    rating::Rating,
    text::isolate,
};

/// One row.
pub(super) struct Line {
    pub name: String,
    /// Why it is not compared.
    pub left: Option<String>,
    pub differs: bool,
    pub cells: Vec<Cell>,
}

/// One candidate's cell of it.
pub(super) struct Cell {
    pub mean: Option<f64>,
    /// Scorecards that rated it, and that ask about it; its questions rated, and asked.
    pub counts: Option<[u32; 4]>,
    /// Each rater's figure, or why there is none, without a name.
    pub levels: Vec<String>,
    /// What each rater says, with the name.
    pub said: Vec<String>,
}

pub(super) fn lines(table: &CompareTable, questions: bool) -> Vec<Line> {
    if questions {
        return table.questions.iter().zip(0..).map(|(row, place)| question(row, place, table)).collect();
    }
    table.rows.iter().map(|row| competency(row, table)).collect()
}

fn competency(row: &CompareRow, table: &CompareTable) -> Line {
    let left = table.order.comparable.left_out.iter().find(|one| one.competency_id == row.competency.id);
    Line {
        name: row.competency.name.clone(),
        left: left.filter(|_| !row.compared).map(|one| one.words.clone()),
        differs: row.differs,
        cells: row.cells.iter().map(|cell| of_competency(cell, table)).collect(),
    }
}

fn scorecard(table: &CompareTable, place: u32) -> Option<&CompareScorecard> {
    table.scorecards.get(usize::try_from(place).unwrap_or(usize::MAX))
}

fn of_competency(cell: &CompareCell, table: &CompareTable) -> Cell {
    let f = &cell.figure;
    let said = |dot: &Dot| {
        let of = scorecard(table, dot.scorecard);
        let part = match of.and_then(|of| of.part) {
            Some(Part::Lead) => ", lead",
            Some(Part::Scribe) => ", scribe",
            None => "",
        };
        let mean = dot.mean.map_or_else(|| "not judged".to_owned(), printed);
        format!("{}: {mean}{part}", isolate(of.map_or("", |of| &of.interviewer)))
    };
    Cell {
        mean: f.mean,
        counts: Some([f.scorecards_rated, f.scorecards_asked, f.questions_rated, f.questions]),
        levels: cell.dots.iter().map(|dot| short(dot.mean)).collect(),
        said: cell.dots.iter().map(said).collect(),
    }
}

/// Each rating comes once, under its competency; here it stands under its question.
fn question(row: &QuestionRow, place: u32, table: &CompareTable) -> Line {
    let rating = |of: &&CellRating| match (of.rating, of.unjudged) {
        (None, _) => "not rated".to_owned(),
        (Some(Rating::Level(level)), _) => level.number().to_string(),
        (Some(Rating::CouldNotJudge), Some(why)) => format!("could not judge: {}", why.words()),
        (Some(rating), _) => rating.words().to_lowercase(),
    };
    let said = |of: &&CellRating| {
        let interviewer = scorecard(table, of.scorecard).map_or("", |of| &of.interviewer);
        format!("{}: {}", isolate(interviewer), rating(of))
    };
    let cells = row.cells.iter().enumerate().map(|(at, cell)| {
        let ratings = table.rows.iter().filter_map(|row| row.cells.get(at)).flat_map(|cell| &cell.ratings);
        let given: Vec<&CellRating> = ratings.filter(|rating| rating.question == place).collect();
        Cell {
            mean: cell.mean,
            counts: None,
            levels: given.iter().map(rating).collect(),
            said: given.iter().map(said).collect(),
        }
    });
    Line { name: row.title.clone(), left: None, differs: row.differs, cells: cells.collect() }
}

/// A figure with as many digits as it needs, two at most; in words where there is none.
fn short(value: Option<f64>) -> String {
    let Some(value) = value else { return "not judged".to_owned() };
    let words = printed(value);
    words.trim_end_matches('0').trim_end_matches('.').to_owned()
}
