#!/usr/bin/env bash
# The long form of what `make test` does shortly: programs killed at random moments. Needs no display. Prints a table.
set -euo pipefail
cd "$(dirname "$0")/.."
features=${1:?usage: scripts/soak.sh FEATURES [KILLS]}
export WORKBENCH_KILLS=${2:-200}
say() { printf '\n>> %s\n' "$*" >&2; }
test=(cargo test --locked --workspace --features "$features")

say "Building"
npm run --silent build >&2
cargo build --locked --workspace --bins --features "$features" >&2
"${test[@]}" --no-run >&2

say "$WORKBENCH_KILLS kills of the command line while it keeps notes as fast as they are taken"
"${test[@]}" --test it killed:: -- --nocapture

say "$WORKBENCH_KILLS kills of the move to a fresh key (a second each)"
"${test[@]}" --test it moved:: -- --nocapture

say "$WORKBENCH_KILLS kills of the window while someone types (three seconds each)"
xvfb-run -a -s "-screen 0 1400x1000x24 -nolisten tcp" dbus-run-session -- \
  "${test[@]}" --test real_window killed:: -- --nocapture 2>&1 | grep -v '^dbus-daemon\|^SpiRegistry\|Disabled hardware acceleration\|^$'
