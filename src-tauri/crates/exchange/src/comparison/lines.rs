//! The rows of a comparison in one shape, whether they are competencies or questions.

use workbench_domain::{
    compare::questions::{QuestionDot, QuestionRow},
    compare::{CompareCell, CompareRow, CompareTable, Dot},
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
    /// Each rater's figure, without a name.
    pub levels: Vec<String>,
    /// What each rater says, with the name.
    pub said: Vec<String>,
}

pub(super) fn lines(table: &CompareTable, questions: bool) -> Vec<Line> {
    if questions {
        return table.questions.iter().map(question).collect();
    }
    table.rows.iter().map(|row| competency(row, table)).collect()
}

fn competency(row: &CompareRow, table: &CompareTable) -> Line {
    let left = table.order.comparable.left_out.iter().find(|one| one.competency_id == row.competency.id);
    Line {
        name: row.competency.name.clone(),
        left: left.filter(|_| !row.compared).map(|one| one.words.clone()),
        differs: row.differs,
        cells: row.cells.iter().map(of_competency).collect(),
    }
}

fn of_competency(cell: &CompareCell) -> Cell {
    let f = &cell.figure;
    let said = |dot: &Dot| {
        let part = match dot.part {
            Some(Part::Lead) => ", lead",
            Some(Part::Scribe) => ", scribe",
            None => "",
        };
        let mean = dot.mean.map_or_else(|| "not judged".to_owned(), printed);
        format!("{}: {mean}{part}", isolate(&dot.interviewer))
    };
    Cell {
        mean: f.mean,
        counts: Some([f.scorecards_rated, f.scorecards_asked, f.questions_rated, f.questions]),
        levels: cell.dots.iter().map(|dot| short(dot.mean)).collect(),
        said: cell.dots.iter().map(said).collect(),
    }
}

fn question(row: &QuestionRow) -> Line {
    let level = |dot: &QuestionDot| short(dot.rating.and_then(Rating::level).map(|level| f64::from(level.number())));
    let said = |dot: &QuestionDot| {
        let rating = match (dot.rating, dot.unjudged) {
            (None, _) => "not rated".to_owned(),
            (Some(Rating::Level(level)), _) => level.number().to_string(),
            (Some(Rating::CouldNotJudge), Some(why)) => format!("could not judge: {}", why.words()),
            (Some(rating), _) => rating.words().to_lowercase(),
        };
        format!("{}: {rating}", isolate(&dot.interviewer))
    };
    let cells = row.cells.iter().map(|cell| Cell {
        mean: cell.mean,
        counts: None,
        levels: cell.dots.iter().map(level).collect(),
        said: cell.dots.iter().map(said).collect(),
    });
    Line { name: row.title.clone(), left: None, differs: row.differs, cells: cells.collect() }
}

/// A figure with as many digits as it needs, two at most.
fn short(value: Option<f64>) -> String {
    let Some(value) = value else { return "–".to_owned() };
    let words = printed(value);
    words.trim_end_matches('0').trim_end_matches('.').to_owned()
}
