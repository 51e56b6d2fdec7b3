"""Measures the packet, gathers what `scripts/bench.sh` measured, and prints a Markdown table."""

import glob
import gzip
import json
import os
import re
import resource
import statistics
import subprocess
import sys

work, workbench, candidate, *typst = sys.argv[1:]


def lines(name):
    # The session bus also writes to standard output.
    return [json.loads(line) for line in open(os.path.join(work, name)) if line.startswith("{")]


def cpu(command, turns=7):
    """Median CPU time of a whole process, user and system, in milliseconds."""
    times = []
    for _ in range(turns):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append((after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000)
    return statistics.median(times)


rows = []


def row(what, ours, baseline, unit, limit):
    ratio = ours / baseline
    verdict = "within" if ratio <= limit else "OVER"
    rows.append(f"| {what} | {ours:.4g} {unit} | {baseline:.4g} {unit} | {ratio:.2f} | {limit} | {verdict} |")


about = []
budgets = []
for measured in lines("note.json") + lines("past.json") + lines("compare.json") + lines("bank_lines.json") + lines("preview.json") + lines("page.json"):
    if "baseline_us" in measured:
        row(measured["what"], measured["ours_us"] / 1000, measured["baseline_us"] / 1000, "ms", measured["limit"])
        continue
    verdict = "within" if measured["value"] <= measured["limit"] else "OVER"
    more = "".join(f", {name.replace('_ms', ' ms')} {value:.3g}" for name, value in measured.items() if name in ("p50", "p95", "cpu", "main_thread_ms", "whole_ms", "kilobytes"))
    budgets.append(f"| {measured['what']} | {measured['value']:.3g} {measured['unit']}{more} | {measured['limit']} | {verdict} |")
ours, chromium = lines("ours.json"), lines("chromium.json")
if len(ours) == len(chromium) == 10:
    median = lambda runs, key: statistics.median(run[key] for run in runs)
    row("start to usable, against a bare Chromium window (medians of 10 in turns)", median(ours, "ms"), median(chromium, "ms"), "ms", 1.2)
    row("CPU time until then, user and system, all processes", median(ours, "cpu_ms"), median(chromium, "cpu_ms"), "ms", 1.2)
    row("memory (PSS, all processes) three seconds later", median(ours, "pss_kib") / 1024, median(chromium, "pss_kib") / 1024, "MiB", 0.9)
else:
    print(f"skipped: start and memory: {len(ours)} and {len(chromium)} of 10 starts were seen", file=sys.stderr)
if typst:
    pdf = os.path.join(work, "ours.pdf")
    data = os.path.join(work, "demo", "data")
    export = [workbench, "--data", data, "packet", "export", "--candidate", candidate, "--out", pdf, "--accept-undrawable"]
    row("CPU time of the demo packet, whole process, against typst", cpu(export), cpu(typst), "ms", 0.5)
    told = subprocess.run(export, check=True, text=True, capture_output=True).stdout
    pages, size = int(told.split(" pages")[0].rsplit("(", 1)[-1]), os.path.getsize(pdf) / 1000
    about.append(f"That packet: {pages} pages in {size:.1f} kB, {size / pages:.2f} kB a page (limit 100 kB for 14 pages, 7.14 kB a page).")
    for measured in lines("long.json"):
        row(measured["what"], measured["ours"], measured["baseline"], measured["unit"], measured["limit"])

print("| what | ours | baseline | ratio | limit | |")
print("|---|---|---|---|---|---|")
print("\n".join(rows))
print("\n| the bank, the preview, and the page in the real window | measured | limit | |\n|---|---|---|---|")
print("\n".join(budgets))
print("\n" + "\n".join(about))
page = lambda pattern: sum(len(gzip.compress(open(name, "rb").read(), 9)) for name in glob.glob(pattern)) / 1000
at_once = re.findall(r'(?:src|href)="\./(assets/[^"]+)"', open("ui/dist/index.html").read())
initial = lambda end: sum(page(f"ui/dist/{name}") for name in at_once if name.endswith(end))
print(f"\nThe page, gzipped, as far as the first screen loads it: {initial('.js'):.1f} kB of script (limit 90), {initial('.css'):.1f} kB of style (limit 15);")
print(f"all of it: {page('ui/dist/assets/*.js'):.1f} kB and {page('ui/dist/assets/*.css'):.1f} kB.")
for package in glob.glob("dist/*.deb") + glob.glob("dist/*.rpm"):
    print(f"{os.path.basename(package)}: {os.path.getsize(package) / 1e6:.1f} MB (limit 15 for the .deb).")
