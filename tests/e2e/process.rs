//! What Linux tells of running processes.

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// The process with all that descend from it.
pub(crate) fn family(root: u32) -> Result<Vec<u32>> {
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

/// CPU time of a process in milliseconds, user and system, to the hundredth of a second that Linux counts in.
pub(crate) fn cpu(process: u32) -> Option<u64> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let mut words = stat.rsplit(')').next()?.split_whitespace().skip(11);
    let (user, system) = (words.next()?.parse::<u64>().ok()?, words.next()?.parse::<u64>().ok()?);
    Some((user + system) * 10)
}

/// Proportional set size in KiB: shared pages are counted in parts.
pub(crate) fn pss(process: u32) -> Option<u64> {
    rollup(process, "Pss:")
}

/// What a process has written itself, in KiB: without the pages of programs and fonts, whose part changes with whoever
/// else has them open.
pub(crate) fn own_memory(process: u32) -> Option<u64> {
    rollup(process, "Pss_Anon:")
}

fn rollup(process: u32, name: &str) -> Option<u64> {
    let rollup = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
    let line = rollup.lines().find_map(|line| line.strip_prefix(name))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}

/// The process of this name among those that descend from another. Linux cuts names at 15 letters.
pub(crate) fn named(root: u32, name: &str) -> Result<u32> {
    let is =
        |process: &u32| std::fs::read_to_string(format!("/proc/{process}/comm")).is_ok_and(|c| c.trim_end() == name);
    family(root)?.into_iter().find(is).ok_or_else(|| format!("no {name} runs").into())
}

/// What the main thread of a process has spent on a processor, in nanoseconds.
pub(crate) fn main_thread(process: u32) -> Result<u64> {
    let schedstat = std::fs::read_to_string(format!("/proc/{process}/task/{process}/schedstat"))?;
    Ok(schedstat.split_whitespace().next().ok_or("an empty schedstat")?.parse()?)
}
