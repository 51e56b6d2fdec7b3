"""Measures a packet of some 250 pages against typst and ReportLab, which set the same texts, for `make bench`.

fill DATA WORKBENCH                        one interview with 1,000 long notes, submitted; prints the candidate's id
reportlab INTERVIEWS.jsonl OUT.pdf         what is measured as the second baseline
measure DATA WORKBENCH CANDIDATE PYTHON    prints a line of JSON for each measure
"""

import json
import os
import random
import statistics
import subprocess
import sys

WORDS = "the team measured a queue before it changed code and said which of two plans would break first under load".split()
NOTES, TURNS = 100, 5


def calls(data, workbench, requests):
    lines = "".join(json.dumps({"command": command, "request": request}) + "\n" for command, request in requests)
    done = subprocess.run([workbench, "--data", data, "call", "--lines"], input=lines, text=True, capture_output=True, check=True)
    return [json.loads(line)["ok"] for line in done.stdout.splitlines()]


def fill(data, workbench):
    dice = random.Random(250)
    subprocess.run([workbench, "--data", data, "interviewer", "set", "Bench"], check=True, stdout=subprocess.DEVNULL)
    added = subprocess.run([workbench, "--data", data, "candidate", "add", "Long Packet"], check=True, text=True, capture_output=True)
    candidate = added.stdout.strip()
    (live,) = calls(data, workbench, [("interview_start", {"candidate_id": candidate, "kit_id": "senior-python/craft"})])
    interview, requests = live["interview"]["id"], []
    for question in live["interview"]["content"]["questions"]:
        requests.append(("rating_set", {"interview_id": interview, "question_id": question["id"], "rating": dice.randint(1, 5)}))
        for at in range(NOTES):
            said = " ".join(dice.choice(WORDS) for _ in range(dice.randint(100, 220))).capitalize() + "."
            kind = dice.choice(["note", "quote", "good", "concern"])
            requests.append(("entry_save", {"interview_id": interview, "place": question["id"], "kind": kind, "text": said, "at_seconds": at * 5}))
    requests.append(("scorecard_submit", {"interview_id": interview, "recommendation": "yes", "reason": "Measures first.", "anyway": True}))
    calls(data, workbench, requests)
    print(candidate)


def reportlab(source, target):
    from xml.sax.saxutils import escape

    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    styles = getSampleStyleSheet()
    story = []
    say = lambda words, style="Normal": story.append(Paragraph(escape(str(words)), styles[style]))
    detail, *interviews = [json.loads(line)["ok"] for line in open(source, encoding="utf-8")]
    say(detail["card"]["candidate"]["name"], "Title")
    for live in interviews:
        interview = live["interview"]
        say(interview["interviewer"]["name"], "Heading1")
        for record, question in zip(interview["records"], interview["content"]["questions"]):
            say(question["title"], "Heading2")
            for words in [question["prompt"], record["rating"], *question["indicators"], *question["red_flags"]]:
                say(words)
            for entry in interview["entries"]:
                if entry["place"] == question["id"]:
                    say(f"{entry['at_seconds']} {entry['kind']} {entry['text']}")
    SimpleDocTemplate(target, pagesize=A4).build(story)


def spent(command):
    """CPU time in milliseconds, user and system, and the most memory in MiB of a whole process."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    if status != 0:
        raise SystemExit(f"{command[0]} ended with {status}")
    return (used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss / 1024


def measure(data, workbench, candidate, python):
    here, work = os.path.dirname(__file__), os.path.dirname(data)
    name = lambda end: os.path.join(work, "long" + end)
    listed = subprocess.run([workbench, "--data", data, "interview", "list", "--json"], check=True, text=True, capture_output=True)
    wanted = [("candidate_get", {"candidate_id": candidate})]
    wanted += [("interview_get", {"interview_id": one["id"]}) for one in json.loads(listed.stdout)]
    with open(name(".jsonl"), "w", encoding="utf-8") as out:
        out.writelines(json.dumps({"ok": answer}) + "\n" for answer in calls(data, workbench, wanted))
    typst = os.path.join(here, "bench_typst.py")
    subprocess.run([sys.executable, typst, "write", name(".jsonl"), name(".typ")], check=True)
    commands = {
        "ours": [workbench, "--data", data, "packet", "export", "--candidate", candidate, "--out", name(".pdf")],
        "typst": [python, typst, "compile", name(".typ"), name("-typst.pdf")],
        "reportlab": [python, os.path.abspath(__file__), "reportlab", name(".jsonl"), name("-reportlab.pdf")],
    }
    seen = {who: [] for who in commands}
    for _ in range(TURNS):
        for who, command in commands.items():
            seen[who].append(spent(command))
    time = lambda who: statistics.median(ms for ms, _ in seen[who])
    memory = lambda who: statistics.median(mib for _, mib in seen[who])
    told = subprocess.run(commands["ours"], check=True, text=True, capture_output=True).stdout
    long = f"a packet of {told.split(' pages')[0].rsplit('(', 1)[-1]} pages"
    for line in [
        {"what": f"CPU time of {long}, whole process, against typst", "ours": time("ours"), "baseline": time("typst"), "unit": "ms", "limit": 0.6},
        {"what": f"the most memory of {long}, whole process, against ReportLab", "ours": memory("ours"), "baseline": memory("reportlab"), "unit": "MiB", "limit": 2},
    ]:
        print(json.dumps(line))


if __name__ == "__main__":
    {"fill": fill, "reportlab": reportlab, "measure": measure}[sys.argv[1]](*sys.argv[2:])
