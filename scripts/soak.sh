#!/usr/bin/env bash
# The long form of what `make test` does shortly: programs killed at random moments, and power cuts. Needs no display.
# Prints a table. Of the kills three fifths are of the command line, one of the move to a fresh key, one of the window.
set -euo pipefail
cd "$(dirname "$0")/.."
features=${1:?usage: scripts/soak.sh FEATURES [KILLS [CUTS]]}
kills=${2:-1000}
cuts=${3:-300}
say() { printf '\n>> %s\n' "$*" >&2; }
test=(cargo test --locked --workspace --features "$features")

say "Building"
npm run --silent build >&2
cargo build --locked --workspace --bins --features "$features" >&2
"${test[@]}" --no-run >&2

say "$cuts power cuts, replayed from what the command line asked the system to write"
WORKBENCH_CUTS=$cuts "${test[@]}" --test it powercut:: -- --nocapture

say "$((kills * 3 / 5)) kills of the command line while it keeps notes as fast as they are taken"
WORKBENCH_KILLS=$((kills * 3 / 5)) "${test[@]}" --test it killed:: -- --nocapture

say "$((kills / 5)) kills of the move to a fresh key (a second each)"
WORKBENCH_KILLS=$((kills / 5)) "${test[@]}" --test it moved:: -- --nocapture

say "$((kills / 5)) kills of the window while someone types (three seconds each)"
WORKBENCH_KILLS=$((kills / 5)) xvfb-run -a -s "-screen 0 1400x1000x24 -nolisten tcp" dbus-run-session -- \
  "${test[@]}" --test real_window killed:: -- --nocapture 2>&1 | grep -v '^dbus-daemon\|^SpiRegistry\|Disabled hardware acceleration\|^$'
