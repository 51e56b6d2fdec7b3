#!/usr/bin/env bash
# Everything that proves the product, on a machine without a display. `make test` calls it.
set -euo pipefail
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
xvfb-run -a -s "-screen 0 1400x1000x24 -nolisten tcp" dbus-run-session -- \
  cargo test --locked --workspace --features "$features" --no-fail-fast 2>&1 | grep --line-buffered -v '^dbus-daemon\|^SpiRegistry' | tee "$logs/rust.log"

step "The page in a browser, against the real core"
node --test --test-concurrency=1 --test-reporter=spec tests/e2e/browser/*.test.mjs 2>&1 | tee "$logs/browser.log"

step "All passed"
awk '/^test result:/ { passed += $4; failed += $6; ignored += $8 }
  END { printf "test result: ok. %d passed; %d failed; %d ignored (Rust, %s)\n", passed, failed, ignored, "the window included" }' "$logs/rust.log"
grep -h 'Tests  ' "$logs/page.log" | sed 's/^ */page: /'
grep -h '^ℹ \(tests\|pass\|fail\|skipped\)' "$logs/browser.log" | sed 's/^ℹ /browser: /'
grep -h '^skipped: ' "$logs/rust.log" || true
