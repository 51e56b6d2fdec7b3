//! How long this computer has slept. The page's clock stands meanwhile, and the wall's clock cannot tell a sleep from
//! having been set; the difference of the kernel's two clocks can.

/// Seconds, with their fractions, that this computer has slept since it was started. Never less than before, whatever the
/// wall's clock does. None on a system that is not asked here; the page then goes by the wall's clock.
#[tauri::command]
pub(crate) fn slept_seconds() -> Option<f64> {
    #[cfg(feature = "scripted-files")]
    if let Some(path) = std::env::var_os("WORKBENCH_SLEPT") {
        return std::fs::read_to_string(path).ok()?.trim().parse().ok();
    }
    system()
}

#[cfg(target_os = "linux")]
#[allow(clippy::unnecessary_wraps)] // elsewhere it is not known
fn system() -> Option<f64> {
    use rustix::time::{ClockId, clock_gettime};
    // CLOCK_BOOTTIME is CLOCK_MONOTONIC with the time asleep (clock_gettime(2)). Read last, so that it is never short.
    let awake = clock_gettime(ClockId::Monotonic);
    let boot = clock_gettime(ClockId::Boottime);
    let nanoseconds = (boot.tv_sec - awake.tv_sec) * 1_000_000_000 + (boot.tv_nsec - awake.tv_nsec);
    Some(std::time::Duration::from_nanos(u64::try_from(nanoseconds).unwrap_or(0)).as_secs_f64())
}

#[cfg(not(target_os = "linux"))]
fn system() -> Option<f64> {
    None
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_computer_that_does_not_sleep_has_slept_no_longer_than_before() {
        let before = system().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(20));
        let slept = system().unwrap() - before;
        assert!((-0.01..0.01).contains(&slept), "{slept}: the two clocks go equally fast while it is awake");
    }
}
