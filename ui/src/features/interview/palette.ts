// What the palette of an interview offers. Pure: it knows no field and no screen.
import type { EntryKind, Place } from "../../ipc/contract";
import { KIND_WORD } from "../../ipc/words";
import type { Item as Offered } from "../../shared/palette";
import { spell } from "../../shared/time";
import { KEYS, type Action } from "./keys";
import { OPENING, SPOT_WORDS, type Spot } from "./logic";

export type Mode = "all" | "questions" | "notes";
export type Run = { to: "spot"; spot: Spot } | { to: "note"; id: string; spot: Spot } | { to: "action"; action: Action };
export type Item = Offered<Run>;

type Noted = { id: string; kind: EntryKind; text: string; at_seconds: number; place: Place; removed: boolean };
type Asked = { question: { id: string; title: string } };
/** What is so now: commands that would do nothing are not offered, and a time that is none is not shown. */
export type Now = { practice: boolean; timed: boolean; can: (action: Action) => boolean };

export function items(mode: Mode, questions: Asked[], notes: readonly Noted[], now: Now = { practice: false, timed: true, can: () => true }): Item[] {
  const number = (place: Place) => questions.findIndex((q) => q.question.id === place) + 1;
  const asked = questions.map(({ question }, i): Item => ({ id: `q${i}`, group: "Questions", text: `${i + 1} ${question.title}`, detail: "", keys: [], number: i + 1, run: { to: "spot", spot: question.id } }));
  const other = (spot: Spot): Item => ({ id: spot, group: "Questions", text: SPOT_WORDS[spot] ?? "", detail: "", keys: [], run: { to: "spot", spot } });
  asked.push(other(OPENING), other("candidate_questions"), other("general"));
  // The newest first: what one looks for was mostly written just now.
  const kept = notes.filter((note) => !note.removed).toReversed().map((note): Item => ({
    id: note.id,
    group: "Notes",
    text: note.text,
    detail: [SPOT_WORDS[note.place] ?? `Question ${number(note.place)}`, KIND_WORD[note.kind], ...(now.timed ? [spell(note.at_seconds)] : [])].join(", "),
    keys: [],
    run: { to: "note", id: note.id, spot: note.place },
  }));
  const commands = KEYS.flatMap((binding, i): Item[] =>
    binding.command && binding.action && (now.practice || !binding.practice) && now.can(binding.action)
      ? [{ id: `c${i}`, group: "Commands", text: binding.does, detail: "", keys: binding.keys, run: { to: "action", action: binding.action } }]
      : [],
  );
  if (mode === "questions") return asked;
  if (mode === "notes") return kept;
  return [...asked, ...commands, ...kept];
}
