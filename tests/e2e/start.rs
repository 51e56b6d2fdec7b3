//! `make bench`: from starting a program to something usable on screen, the CPU time spent until then, and the memory that
//! it then holds.
//!
//! Usage: `bench-start COLOUR PROGRAM ARGUMENTS…`, under Xvfb. Usable is when the colour (RRGGBB) of something to act on
//! is on screen; only the page itself paints it. Prints one line of JSON: milliseconds, milliseconds of CPU time (user and
//! system, which a busy machine disturbs little) and PSS in KiB, both of the program with all that it started. Ends only
//! what it started.

#[allow(dead_code)] // each benchmark looks at what it needs
mod process;

use std::{
    error::Error,
    io::Write as _,
    os::unix::process::CommandExt as _,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use x11rb::{
    connection::Connection,
    protocol::xproto::{ConnectionExt as _, ImageFormat, Screen},
};

use crate::process::{cpu, family, pss};

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
        if painted(&screen, root, colour)? {
            break now() - begun;
        }
        if now() - begun > Duration::from_secs(60) || child.try_wait()?.is_some() {
            end(&mut child)?;
            return Err("the colour never came on screen".into());
        }
        std::thread::sleep(Duration::from_millis(3));
    };
    let spent: u64 = family(child.id())?.into_iter().filter_map(cpu).sum();
    // Memory settles once the first page has been drawn.
    std::thread::sleep(Duration::from_secs(3));
    let memory: u64 = family(child.id())?.into_iter().filter_map(pss).sum();
    end(&mut child)?;
    writeln!(std::io::stdout(), r#"{{"ms":{},"cpu_ms":{spent},"pss_kib":{memory}}}"#, seen.as_millis())?;
    Ok(())
}

/// Whether the colour is on screen. Looks at every 16th row only: a button is higher than that, and a picture of the
/// whole screen every few milliseconds would take a core from the program that is being measured.
fn painted(screen: &impl Connection, root: &Screen, colour: u32) -> Result<bool> {
    let row = |y| screen.get_image(ImageFormat::Z_PIXMAP, root.root, 0, y, root.width_in_pixels, 1, !0);
    let rows =
        (0..root.height_in_pixels.cast_signed()).step_by(16).map(row).collect::<std::result::Result<Vec<_>, _>>()?;
    let mut there = 0;
    for row in rows {
        let pixels = row.reply()?.data;
        there += pixels.chunks_exact(4).filter(|p| u32::from_le_bytes([p[0], p[1], p[2], 0]) == colour).count();
    }
    Ok(there > 50)
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
