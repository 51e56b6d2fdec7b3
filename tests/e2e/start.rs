//! `make bench`: from starting a program to something usable on screen, and the memory that it then holds.
//!
//! Usage: `bench-start COLOUR PROGRAM ARGUMENTS…`, under Xvfb. Usable is when the colour (RRGGBB) of something to act on
//! is on screen; only the page itself paints it. Prints one line of JSON: milliseconds, and PSS in KiB of the program with
//! all that it started. Ends only what it started.

use std::{
    error::Error,
    io::Write as _,
    os::unix::process::CommandExt as _,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use x11rb::{
    connection::Connection as _,
    protocol::xproto::{ConnectionExt as _, ImageFormat},
};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let usage = "usage: bench-start RRGGBB PROGRAM ARGUMENTS…";
    let colour = u32::from_str_radix(&arguments.next().ok_or(usage)?, 16)?;
    let program = arguments.next().ok_or(usage)?;
    let (screen, number) = x11rb::connect(None)?;
    let root = &screen.setup().roots[number];
    let begun = now();
    let mut child =
        Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0).spawn()?;
    let seen = loop {
        let (width, height) = (root.width_in_pixels, root.height_in_pixels);
        let image = screen.get_image(ImageFormat::Z_PIXMAP, root.root, 0, 0, width, height, !0)?.reply()?;
        let there = image.data.chunks_exact(4).filter(|p| u32::from_le_bytes([p[0], p[1], p[2], 0]) == colour).count();
        if there > 500 {
            break now() - begun;
        }
        if now() - begun > Duration::from_secs(60) || child.try_wait()?.is_some() {
            end(&mut child)?;
            return Err("the colour never came on screen".into());
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    // Memory settles once the first page has been drawn.
    std::thread::sleep(Duration::from_secs(3));
    let memory: u64 = family(child.id())?.into_iter().filter_map(pss).sum();
    end(&mut child)?;
    writeln!(std::io::stdout(), r#"{{"ms":{},"pss_kib":{memory}}}"#, seen.as_millis())?;
    Ok(())
}

/// The process with all that descend from it.
fn family(root: u32) -> Result<Vec<u32>> {
    let mut parents = Vec::new();
    for entry in std::fs::read_dir("/proc")? {
        let Some(id) = entry?.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else { continue };
        let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
        // The name stands in brackets and may hold anything; the parent is the second word behind it.
        let parent = stat.rsplit(')').next().and_then(|rest| rest.split_whitespace().nth(1)?.parse::<u32>().ok());
        parents.extend(parent.map(|parent| (id, parent)));
    }
    let mut family = vec![root];
    let mut at = 0;
    while let Some(&elder) = family.get(at) {
        family.extend(parents.iter().filter(|(_, parent)| *parent == elder).map(|(id, _)| *id));
        at += 1;
    }
    Ok(family)
}

/// Proportional set size in KiB: shared pages are counted in parts.
fn pss(process: u32) -> Option<u64> {
    let rollup = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}

/// Ends the program with all that it started, by their ids.
fn end(child: &mut Child) -> Result<()> {
    for process in family(child.id())?.into_iter().rev() {
        let _ = Command::new("kill").arg(process.to_string()).stderr(Stdio::null()).status()?;
    }
    child.wait()?;
    Ok(())
}

/// A benchmark is the one place that looks at the real clock itself.
#[allow(clippy::disallowed_methods)]
fn now() -> Instant {
    Instant::now()
}
