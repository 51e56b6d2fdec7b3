//! `demo`: a sample round with its two documents.

use std::io::Write;

use serde_json::json;
use workbench_app::{
    disk::{IfMissing, path_words, reason},
    failure::{Code, Failure},
};

use crate::{
    End,
    args::{Cli, Demo},
    ask, exported, open,
};

pub(crate) async fn make(cli: &Cli, demo: &Demo, out: &mut dyn Write) -> Result<(), End> {
    crate::typed(&demo.out)?;
    let cannot = |error: std::io::Error| {
        Failure::new(
            Code::CannotWrite,
            format!("The folder {} cannot be made: {}.", path_words(&demo.out), reason(&error)),
        )
    };
    std::fs::create_dir_all(&demo.out).map_err(cannot)?;
    // That a folder is made is what the demo is for, and its last line says where.
    let (app, _) = open(cli, Some(demo.out.join("data")), IfMissing::MakeInside).await?;
    let result = write(&app, cli, demo, out).await;
    let closed = app.close().await;
    result.and(closed.map_err(End::from))
}

async fn write(app: &workbench_app::App, cli: &Cli, demo: &Demo, out: &mut dyn Write) -> Result<(), End> {
    let candidates = workbench_app::demo::make(app).await?;
    let paper = demo.paper.map(crate::args::PaperArg::code);
    // The sample shows names in three scripts; where the system has no font for one, its documents still come out whole.
    let first = candidates.first();
    let packet = json!({
        "candidate_id": first, "path": demo.out.join("packet.pdf"), "paper": paper, "accept_undrawable": true,
    });
    let comparison = json!({
        "candidate_ids": candidates, "path": demo.out.join("comparison.pdf"), "paper": paper, "accept_undrawable": true,
    });
    let packet = ask(app, "packet_export", &packet).await?;
    let comparison = ask(app, "comparison_export", &comparison).await?;
    if cli.json {
        let folder = app.data_folder();
        let answer = json!({ "packet": packet, "comparison": comparison, "data": folder, "candidates": candidates });
        return Ok(writeln!(out, "{answer}")?);
    }
    exported(out, false, &packet)?;
    exported(out, false, &comparison)?;
    writeln!(out, "The round itself: interview-workbench --data {}", app.data_folder().display())?;
    Ok(writeln!(out, "Its people are made up, so it has no passphrase. Keep no real ones in it without one.")?)
}
