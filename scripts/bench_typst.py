"""Typesets the content of a packet with typst, as a baseline for `make bench`.

write INTERVIEWS.jsonl OUT.typ    the same texts as the packet, in typst's markup
compile IN.typ OUT.pdf            what is measured
"""

import json
import sys


def text(words):
    """A typst string: everything in it is text."""
    return "#" + json.dumps(str(words), ensure_ascii=False)


def write(source, target):
    answers = [json.loads(line)["ok"] for line in open(source, encoding="utf-8")]
    detail, interviews = answers[0], answers[1:]
    out = ['#set page(paper: "a4", margin: 20mm, numbering: "1 / 1")', '#set text(size: 10pt)', "#set par(leading: 0.5em)"]
    out += ["= " + text(detail["card"]["candidate"]["name"]), text(detail["card"]["role"]), ""]
    for live in interviews:
        interview = live["interview"]
        out += ["== " + text(interview["interviewer"]["name"]), "#emph[" + text(interview["scorecard"]["reason"]) + "]", ""]
        rows = []
        for record, question in zip(interview["records"], interview["content"]["questions"]):
            rows.append(f"[{text(question['competency'])}], [{text(question['title'])}], [{text(record['rating'])}]")
        out += ["#table(columns: 3, table.header([Competency], [Question], [Rating]), " + ", ".join(rows) + ")", ""]
    for live in interviews:
        interview = live["interview"]
        out += ["#pagebreak()", "= " + text(interview["interviewer"]["name"]), ""]
        for record, question in zip(interview["records"], interview["content"]["questions"]):
            out += ["== " + text(question["title"]), text(question["prompt"]), ""]
            if isinstance(record["rating"], int):
                out += ["#rect(width: 100%)[" + text(question["anchors"][record["rating"] - 1]) + "]"]
            out += ["- " + text(line) for line in question["indicators"] + question["red_flags"]]
            for entry in interview["entries"]:
                if entry["place"] == question["id"]:
                    out += ["#grid(columns: (15mm, 20mm, 1fr), " + ", ".join(f"[{text(entry[k])}]" for k in ("at_seconds", "kind", "text")) + ")"]
            out.append("")
    open(target, "w", encoding="utf-8").write("\n".join(out) + "\n")


def compile_pdf(source, target):
    import typst

    typst.compile(source, output=target)


if __name__ == "__main__":
    {"write": write, "compile": compile_pdf}[sys.argv[1]](*sys.argv[2:])
