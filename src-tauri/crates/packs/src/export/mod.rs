//! Questions out, in the formats that `import` reads. Whatever a question holds comes back as it was.

mod csv;
mod markdown;
mod pack;
mod toml;

pub use pack::{PackFiles, pack};
use workbench_domain::{import::Format, question::Question};

/// The questions as the text of one file, in UTF-8; CSV begins with a byte order mark, without which spreadsheets take
/// another encoding. Reading it again gives the same questions with the same ids, if they are tidied
/// ([`Question::tidied`]), as every question of the bank is.
#[must_use]
pub fn export(questions: &[Question], format: Format) -> String {
    match format {
        Format::Toml => toml::write(questions),
        Format::Markdown => markdown::write(questions),
        Format::Csv => csv::write(questions),
        Format::Json => json(questions),
    }
}

/// A list of objects, one a line, so that a change of one question is a change of one line.
fn json(questions: &[Question]) -> String {
    let lines: Vec<String> = questions.iter().filter_map(|question| serde_json::to_string(question).ok()).collect();
    format!("[\n{}\n]\n", lines.join(",\n"))
}
