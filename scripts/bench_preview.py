"""Measures the first page of a packet's preview after a change, as the core gives it: read, composed, laid out, drawn as SVG.

Prints a line of JSON, as `bench_report.py` reads it. Usage: bench_preview.py DATA CANDIDATE WORKBENCH
"""

import json
import subprocess
import sys
import time

data, candidate, workbench = sys.argv[1:]
SECTIONS = ["reasons", "ratings", "notes", "signatures"]

with subprocess.Popen([workbench, "--data", data, "call", "--lines"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as asked:
    took, sizes = [], []
    for turn in range(41):
        packet = {"candidate_id": candidate, "options": {"without": [SECTIONS[turn % len(SECTIONS)]]}}
        line = json.dumps({"command": "preview_get", "request": {"of": {"packet": packet}, "page": 1, "paper": "a4"}}) + "\n"
        begin = time.monotonic()
        asked.stdin.write(line.encode())
        asked.stdin.flush()
        answer = asked.stdout.readline()
        took.append((time.monotonic() - begin) * 1000)
        sizes.append(len(answer) / 1000)
        assert json.loads(answer)["ok"]["page"] == 1
    asked.stdin.close()
first, *rest = took  # the first looks the system's fonts through, once
rest.sort()
print(json.dumps({
    "what": "the first page of a packet's preview after a change: the core's part, median of 40",
    "value": rest[len(rest) // 2], "unit": "ms", "limit": 100, "p95": rest[len(rest) * 95 // 100], "first": first, "kilobytes": max(sizes),
}))
