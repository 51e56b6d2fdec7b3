"""Measures the bank with ten thousand questions through the command line: importing them, and finding among them.

Prints a line of JSON for each, as `bench_report.py` reads it. Usage: bench_bank.py FOLDER WORKBENCH
"""

import json
import os
import resource
import subprocess
import sys
import time

folder, workbench = sys.argv[1:]
data = os.path.join(folder, "bank")
COUNT = 10_000
WORDS = "lock thread cache queue index schema deploy rollback latency budget mentor review trade-off incident Żółć 並行 قفل".split()


def question(n):
    one, other = WORDS[n % len(WORDS)], WORDS[n // len(WORDS) % len(WORDS)]
    return {
        "id": f"bench/{n}",
        "title": f"{one} and {other}, case {n}",
        "prompt": f"How would you handle {one} in case {n}, when the {other} grows and the team is small?",
        "section": f"Section {n % 12}", "type": "scenario", "competency": "operations", "tags": [one, other], "minutes": 6,
        "indicators": [f"Says what {one} needs in case {n}, point {i} of the list" for i in range(5)],
        "red_flags": ["Guesses without a figure", f"Blames somebody else for the {other}"],
        "probes": ["And then?", "What would you measure?"],
        "anchors": [f"Level {i}: what an answer on {one} at this level says, in about as many words as people write" for i in range(1, 6)],
    }


def written(name, text):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


questions = [question(n) for n in range(COUNT)]
bullets = lambda items: "".join(f"- {item}\n" for item in items)
markdown = "".join(
    f"## {one['prompt']}\n\n### Good answer\n{bullets(one['indicators'])}\n### Red flags\n{bullets(one['red_flags'])}\n### Follow-ups\n{bullets(one['probes'])}\n"
    for one in questions
)
files = [("JSON", written("bank.json", json.dumps(questions, ensure_ascii=False))), ("Markdown", written("bank.md", markdown))]


def tell(what, value, unit, limit, **more):
    print(json.dumps({"what": what, "value": value, "unit": unit, "limit": limit, **more}, ensure_ascii=False))


for name, path in files:
    subprocess.run([workbench, "--data", data + name, "interviewer", "set", "Bench"], check=True, capture_output=True)
    cpu = lambda: sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
    begin, before = time.monotonic(), cpu()
    told = subprocess.run([workbench, "--data", data + name, "question", "import", path, "--json"], check=True, capture_output=True)
    seconds, worked = time.monotonic() - begin, cpu() - before
    added = json.loads(told.stdout)["added"]
    assert added == COUNT, told.stdout[:500]
    tell(f"importing 10,000 questions from {name}, whole process", seconds, "s", 5, cpu=worked)

with subprocess.Popen([workbench, "--data", data + "JSON", "call", "--lines"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as asked:
    took = []
    for turn in range(400):
        word = WORDS[turn % len(WORDS)]
        text = word[: 1 + turn // len(WORDS) % len(word)]
        line = json.dumps({"command": "question_search", "request": {"text": text, "limit": 50, "ranked": False}}) + "\n"
        begin = time.monotonic()
        asked.stdin.write(line.encode())
        asked.stdin.flush()
        answer = json.loads(asked.stdout.readline())
        took.append((time.monotonic() - begin) * 1000)
        assert answer["ok"]["total"] > 0, text
    asked.stdin.close()
took.sort()
tell("a search as one types among 10,000 questions, p95 of 400", took[len(took) * 95 // 100], "ms", 50, p50=took[len(took) // 2])
