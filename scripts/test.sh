#!/usr/bin/env bash
# Everything that proves the product, on a machine without a display. `make test` calls it.
set -euo pipefail
# The logs are read again at the end.
export NO_COLOR=1
cd "$(dirname "$0")/.."
features=${1:?usage: scripts/test.sh FEATURES}
target=${CARGO_TARGET_DIR:-target}
logs=$target/test-logs
mkdir -p "$logs"
SECONDS=0
step() { printf '\n== %s (%d s)\n' "$*" "$SECONDS"; }

step "The page: types, lint, tests, build"
npm run --silent check
npm run --silent lint
npm run --silent test 2>&1 | tee "$logs/page.log"
npm run --silent build
npm run --silent build:devhost

# One selection of packages and features for all steps, so that nothing is compiled twice.
step "Rust: build"
cargo build --locked --workspace --bins --features "$features"
cargo test --locked --workspace --features "$features" --no-run

step "Rust: format and lint"
cargo fmt --all --check
cargo clippy --locked --workspace --all-targets --features "$features" -- -D warnings

step "Rust: all tests, the real window among them"
# A data folder of its own, so that a keychain which the bus starts is not that of whoever runs this.
XDG_DATA_HOME=$(mktemp -d) xvfb-run -a -s "-screen 0 1400x1000x24 -nolisten tcp" dbus-run-session -- \
  cargo test --locked --workspace --features "$features" --no-fail-fast 2>&1 | grep --line-buffered -v '^dbus-daemon\|^SpiRegistry' | tee "$logs/rust.log"

step "The page in a browser, against the real core"
node --test --test-concurrency=1 --test-reporter=spec tests/e2e/browser/*.test.mjs 2>&1 | tee "$logs/browser.log"

step "All passed"
awk '/^test result:/ { passed += $4; failed += $6; ignored += $8 }
  END { printf "test result: ok. %d passed; %d failed; %d ignored (Rust, %s)\n", passed, failed, ignored, "the window included" }' "$logs/rust.log"
# Colours out; a summary that changed its form must not fail what passed.
plain() { sed 's/\x1b\[[0-9;]*m//g' "$1"; }
plain "$logs/page.log" | grep '^ *Tests ' | sed 's/^ */page: /' || true
plain "$logs/browser.log" | grep -E '^ℹ (tests|pass|fail|skipped) ' | sed 's/^ℹ /browser: /' || true
plain "$logs/rust.log" | grep '^skipped: ' || true
