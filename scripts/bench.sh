#!/usr/bin/env bash
# Speed and size as ratios against baselines of the same run. Needs no display. Prints a Markdown table.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-target}
work=$(mktemp -d "$target/bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
say() { printf '\n>> %s\n' "$*" >&2; }

say "Building (the profile of make run)"
npm run --silent build >&2
# One selection of packages and features: another would compile everything again.
cargo build --locked --profile quick -p interview-workbench -p workbench-cli -p workbench-tests -p workbench-e2e \
  --features interview-workbench/custom-protocol,workbench-e2e/window --bins >&2
bin=$target/quick

say "A kept note"
"$bin/bench-note" "$work" >"$work/note.json"

say "The live interview beside a thousand past ones (the store is filled first, which takes a minute or two)"
"$bin/bench-past" "$work" >"$work/past.json"

say "A comparison of fifty candidates"
"$bin/bench-compare" "$work" >"$work/compare.json"

say "Ten thousand questions"
python3 scripts/bench_bank.py "$work" "$bin/workbench" >"$work/bank_lines.json"

say "The sample round"
"$bin/workbench" demo --out "$work/demo" >/dev/null

say "The page in the real window: keys, ratings, frames, and an hour's typing, in about eight minutes"
WORKBENCH_APP=$bin/interview-workbench xvfb-run -a -s "-screen 0 1280x868x24" dbus-run-session -- \
  "$bin/bench-page" "$work" >"$work/page.json"

say "Start and memory: ten alternating starts of the window and of a bare Chromium window"
cat >"$work/blank.html" <<'HTML'
<!doctype html><meta charset="utf-8"><title>Blank</title><style>body{background:#0B6B67}</style>
HTML
# An open interview, so that Today shows its Continue button, in the accent colour, once it has been read from the store.
"$bin/workbench" --data "$work/data" interviewer set Bench >/dev/null
someone=$("$bin/workbench" --data "$work/data" candidate add Somebody)
"$bin/workbench" --data "$work/data" call interview_start \
  "{\"candidate_id\":\"$someone\",\"kit_id\":\"senior-python/systems\"}" >/dev/null
chromium=${CHROMIUM:-chromium}
for turn in $(seq 10); do
  # A new profile each time would measure its making; one profile, used before, is what people have.
  xvfb-run -a -s "-screen 0 1280x868x24" dbus-run-session -- "$bin/bench-start" 0B6B67 \
    "$bin/interview-workbench" --data "$work/data" 2>/dev/null >>"$work/ours.json"
  xvfb-run -a -s "-screen 0 1280x868x24" dbus-run-session -- "$bin/bench-start" 0B6B67 \
    "$chromium" --no-sandbox --no-first-run --disable-gpu --disable-background-networking --disable-component-update \
    --disable-sync --user-data-dir="$work/profile" --app="file://$(realpath "$work")/blank.html" 2>/dev/null >>"$work/chromium.json"
  printf '   %d' "$turn" >&2
done

say "The demo packet, against typst from the same content"
candidate=$("$bin/workbench" --data "$work/demo/data" candidate list --json | python3 -c 'import json,sys; print(json.load(sys.stdin)[-1]["candidate"]["id"])')
python3 scripts/bench_preview.py "$work/demo/data" "$candidate" "$bin/workbench" >"$work/preview.json"
if python3 -c 'import venv' 2>/dev/null && python3 -m venv "$work/venv" >/dev/null 2>&1 && "$work/venv/bin/pip" install -q typst reportlab 2>/dev/null; then
  # One program at a time holds the folder: first which interviews, then what is in them.
  "$bin/workbench" --data "$work/demo/data" interview list --json >"$work/list.json"
  python3 - "$candidate" "$work/list.json" >"$work/requests.jsonl" <<'PY'
import json, sys
print(json.dumps({"command": "candidate_get", "request": {"candidate_id": sys.argv[1]}}))
for interview in json.load(open(sys.argv[2])):
    if interview["candidate_id"] == sys.argv[1]:
        print(json.dumps({"command": "interview_get", "request": {"interview_id": interview["id"]}}))
PY
  "$bin/workbench" --data "$work/demo/data" call --lines <"$work/requests.jsonl" >"$work/interviews.jsonl"
  python3 scripts/bench_typst.py write "$work/interviews.jsonl" "$work/packet.typ"
  say "A packet of some 250 pages, against typst and ReportLab"
  long=$(python3 scripts/bench_long.py fill "$work/long" "$bin/workbench" 2>/dev/null)
  python3 scripts/bench_long.py measure "$work/long" "$bin/workbench" "$long" "$work/venv/bin/python3" >"$work/long.json"
  typst=("$work/venv/bin/python3" scripts/bench_typst.py compile "$work/packet.typ" "$work/typst.pdf")
else
  echo "skipped: typst and ReportLab cannot be installed from PyPI here" >&2
  typst=()
fi
python3 scripts/bench_report.py "$work" "$bin/workbench" "$candidate" "${typst[@]}"
