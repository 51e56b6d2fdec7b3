//! `compare`: candidates side by side, on the screen and as a file.

use std::{io::Write, path::Path};

use serde_json::json;
use workbench_app::{
    App,
    disk::path_words,
    failure::Failure,
    file_name::{ending_of, ends_as},
};

use crate::{
    End, add_print,
    args::{Compare, CompareFormat, PaperArg},
    ask, exported, packet, print,
    progress::{self, Unit},
    protection, typed,
};

/// Refuses a name that says another kind of file than what would be written; where no format was named, all that there are.
fn fits(path: &Path, form: CompareFormat, named: bool) -> Result<(), Failure> {
    ends_as(path, form.ending()).map_err(|refused| match ending_of(path) {
        Some(ending) if !named => Failure::invalid(format!(
            "{} ends in .{ending}, and a comparison is written as PDF, CSV or Markdown. Let the name end in .pdf, .csv or .md. Nothing was \
             written.",
            path_words(path)
        )),
        _ => refused,
    })
}

/// Prints the comparison, and writes it where a file is named.
pub(crate) async fn side_by_side(app: &App, compare: &Compare, as_json: bool, out: &mut dyn Write) -> Result<(), End> {
    let mut request = json!({ "candidate_ids": compare.candidates });
    let form = compare.out.as_ref().map(|path| compare.format.unwrap_or_else(|| CompareFormat::of_name(path)));
    // Before anything is printed or kept as seen.
    if let (Some(path), Some(form)) = (&compare.out, form) {
        fits(path, form, compare.format.is_some())?;
    }
    if form == Some(CompareFormat::Pdf) && (compare.questions || compare.hide_names) {
        return Err(Failure::invalid(
            "--questions and --hide-names are for CSV and Markdown: the PDF has its own order. Say --format csv or markdown, or leave them out.",
        )
        .into());
    }
    if compare.check {
        request["paper"] = json!(compare.print.paper.map(PaperArg::code));
        return packet::checked(&ask(app, "comparison_check", &request).await?, as_json, out);
    }
    let mut shown = request.clone();
    shown["hide_names"] = json!(compare.hide_names);
    let table = ask(app, "compare_table", &shown).await?;
    if as_json {
        writeln!(out, "{table}")?;
    } else {
        print::comparison(out, &table, compare.hide_names)?;
    }
    if let (Some(path), Some(form)) = (&compare.out, form) {
        request["path"] = json!(typed(path)?);
        if form != CompareFormat::Pdf {
            request["form"] = json!(form.code());
            request["questions"] = json!(compare.questions);
            request["hide_names"] = json!(compare.hide_names);
            let answer = ask(app, "comparison_text_export", &request).await?;
            if !as_json {
                writeln!(out, "{} (sha256 {})", print::text(&answer["path"]), print::text(&answer["sha256"]))?;
            }
            return Ok(());
        }
        add_print(&mut request, &compare.print);
        let password = protection::password(&compare.print.password)?;
        let answer = progress::ask(app, "comparison_export", &request, Unit::Of("page"), password.as_ref()).await?;
        // With --json the table is the one answer; the file speaks for itself.
        if !as_json {
            exported(out, false, &answer)?;
        }
    }
    Ok(())
}
