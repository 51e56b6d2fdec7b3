// The one table of keys on the live screen: the handler, the sheet of keys, the palette and the tests all read it.
import type { MeetingEvent, Rating, Unjudged } from "../../ipc/contract";
import { KIND_WORD, KINDS, UNJUDGED_WORD } from "../../ipc/words";
import { ANYWHERE, CONFIRM_MEANS, SEARCH } from "../../shared/anywhere";
import { composing, digit, letter, mod, sign } from "../../shared/keyboard";
import { MARKERS } from "./markers";

export type Action =
  | { do: "rate"; rating: Rating; cause?: Unjudged }
  | { do: "happen"; event: MeetingEvent }
  | { do: "keep_and_next" | "next" | "previous" | "signals" | "flags" | "pane_next" | "pane_previous" | "composer" }
  | { do: "palette" | "go_to" | "find" | "attach" | "help" | "cover" | "review" | "pause" | "undo" | "redo" }
  | { do: "meeting" | "other_scorecard" | "end_practice" };

export const GROUPS = ["Notes", "First in a note", "Rating", "Moving", "Meeting", "Screen"] as const;
export type Binding = {
  group: (typeof GROUPS)[number];
  /** None: the palette alone offers it. */
  keys: string[];
  does: string;
  /** Only in practice. */
  practice?: boolean;
  /** What the screen does; none where a field or the window handles the key. */
  action?: Action;
  match?: (event: KeyboardEvent) => boolean;
  /** Whether the palette offers it. Keys that only move the focus are no commands. */
  command?: boolean;
};

const chord = (test: (event: KeyboardEvent) => boolean, shift = false) => (event: KeyboardEvent) => mod(event) && event.shiftKey === shift && test(event);
const plain = (key: string, shift = false) => (event: KeyboardEvent) => event.key === key && event.shiftKey === shift && !event.ctrlKey && !event.metaKey && !event.altKey;
const rate = (n: number, rating: Rating, does: string): Binding => ({ group: "Rating", keys: ["Mod", String(n)], does, command: true, action: { do: "rate", rating }, match: chord((e) => digit(e) === n) });

export const CAUSES: readonly Unjudged[] = ["interrupted", "out_of_time", "misunderstood"];
const happen = (event: MeetingEvent, does: string): Binding => ({ group: "Meeting", keys: [], does, command: true, action: { do: "happen", event } });

export const KEYS: readonly Binding[] = [
  { group: "Notes", keys: ["Enter"], does: "Keep the note" },
  { group: "Notes", keys: ["Shift", "Enter"], does: "New line in the note" },
  { group: "Notes", keys: ["Mod", "Enter"], does: "Keep the note, next question; at the opening, begin", command: true, action: { do: "keep_and_next" }, match: chord((e) => e.key === "Enter") },
  { group: "Notes", keys: ["Shift", "Tab"], does: "From the note to its kind; arrows choose" },
  { group: "Notes", keys: ["Mod", "F"], does: "Find in the notes", command: true, action: { do: "find" }, match: chord((e) => letter(e, "f")) },
  { group: "Notes", keys: ["Mod", "Shift", "A"], does: "Attach a picture or text file; paste or drop it too", command: true, action: { do: "attach" }, match: chord((e) => letter(e, "a"), true) },
  { group: "Notes", keys: ["Mod", "Z"], does: "Undo what was done last here", command: true, action: { do: "undo" }, match: chord((e) => letter(e, "z")) },
  { group: "Notes", keys: ["Mod", "Shift", "Z"], does: "Do it again", command: true, action: { do: "redo" }, match: (e) => chord((z) => letter(z, "z"), true)(e) || chord((y) => letter(y, "y"))(e) },
  ...KINDS.flatMap((kind): Binding[] => MARKERS.filter((marker) => marker.kind === kind).map(({ shown }) => ({ group: "First in a note", keys: [shown], does: KIND_WORD[kind] }))),
  { group: "First in a note", keys: ["+2", "Space"], does: "Good, and ticks good signal 2" },
  { group: "First in a note", keys: ["+2?", "Space"], does: "The same, heard after a probe" },
  { group: "First in a note", keys: ["!1", "Space"], does: "Concern, and ticks red flag 1" },
  { group: "First in a note", keys: [">7", "Space"], does: "Goes under question 7; you stay here" },
  { group: "First in a note", keys: ["/"], does: "Not asked, probe asked, reworded, drop …" },
  { group: "First in a note", keys: ["Backspace"], does: "Straight after one of these: it is text again" },
  rate(1, 1, "Rate 1, well below"),
  rate(2, 2, "Rate 2, below"),
  rate(3, 3, "Rate 3, meets"),
  rate(4, 4, "Rate 4, above"),
  rate(5, 5, "Rate 5, well above"),
  rate(6, "could_not_judge", "Could not judge"),
  rate(7, "not_asked", "Not asked"),
  ...CAUSES.map((cause): Binding => ({ group: "Rating", keys: [], does: `Could not judge, ${UNJUDGED_WORD[cause]}`, command: true, action: { do: "rate", rating: "could_not_judge", cause } })),
  { group: "Rating", keys: ["Mod"], does: "Held down: every anchor in full" },
  { group: "Moving", keys: ["Mod", "]"], does: "Next question", command: true, action: { do: "next" }, match: chord((e) => sign(e, "]")) },
  { group: "Moving", keys: ["Mod", "["], does: "Previous question", command: true, action: { do: "previous" }, match: chord((e) => sign(e, "[")) },
  { group: "Moving", keys: ["Mod", "Page Down"], does: "Next question", action: { do: "next" }, match: chord((e) => e.key === "PageDown") },
  { group: "Moving", keys: ["Mod", "Page Up"], does: "Previous question", action: { do: "previous" }, match: chord((e) => e.key === "PageUp") },
  { group: "Moving", keys: ["Mod", "G"], does: "Go to a question", command: true, action: { do: "go_to" }, match: chord((e) => letter(e, "g")) },
  { group: "Moving", keys: ["Mod", "J"], does: "Good signals: 1–9 or Space ticks, P after a probe", action: { do: "signals" }, match: chord((e) => letter(e, "j")) },
  { group: "Moving", keys: ["Mod", "Shift", "J"], does: "Red flags: 1–9 or Space ticks", action: { do: "flags" }, match: chord((e) => letter(e, "j"), true) },
  { group: "Moving", keys: ["Esc"], does: "Back to the note", action: { do: "composer" }, match: plain("Escape") },
  { group: "Moving", keys: ["F6"], does: "Next part of the screen", action: { do: "pane_next" }, match: plain("F6") },
  { group: "Moving", keys: ["Shift", "F6"], does: "Previous part", action: { do: "pane_previous" }, match: plain("F6", true) },
  { group: "Meeting", keys: ["Mod", "P"], does: "Pause, and go on", command: true, action: { do: "pause" }, match: chord((e) => letter(e, "p")) },
  { group: "Meeting", keys: ["Mod", "Shift", "P"], does: "Its time, what was agreed, who interviews", command: true, action: { do: "meeting" }, match: chord((e) => letter(e, "p"), true) },
  { group: "Meeting", keys: ["Mod", "Shift", "D"], does: "End the interview", command: true, action: { do: "happen", event: "end" }, match: chord((e) => letter(e, "d"), true) },
  { group: "Meeting", keys: ["Mod", "Shift", "O"], does: "The other interviewer’s scorecard", command: true, action: { do: "other_scorecard" }, match: chord((e) => letter(e, "o"), true) },
  happen("no_show", "The candidate did not come"),
  happen("withdraw", "The candidate withdrew"),
  happen("interrupt", "Broken off, to be continued later"),
  { group: "Screen", keys: SEARCH.keys, does: SEARCH.words, action: { do: "palette" }, match: SEARCH.match },
  { group: "Screen", keys: ["Mod", "Shift", "H"], does: "Cover the screen; only Esc uncovers it", command: true, action: { do: "cover" }, match: chord((e) => letter(e, "h"), true) },
  { group: "Screen", keys: ["Mod", "Shift", "R"], does: "Review and submit", command: true, action: { do: "review" }, match: chord((e) => letter(e, "r"), true) },
  { group: "Screen", keys: [], does: "End practice", command: true, practice: true, action: { do: "end_practice" } },
  ...[CONFIRM_MEANS, ...ANYWHERE].map(({ keys, words }): Binding => ({ group: "Screen", keys, does: words })),
  { group: "Screen", keys: ["Mod", "/"], does: "These keys", command: true, action: { do: "help" }, match: (e) => mod(e) && sign(e, "/") },
  { group: "Screen", keys: ["F1"], does: "These keys", action: { do: "help" }, match: plain("F1") },
];

/** The table as the sheet of keys shows it. */
export const SHEET = GROUPS.map((name) => ({ name, keys: KEYS.filter((one) => one.group === name && one.keys.length > 0).map(({ keys, does }) => ({ keys, words: does })) }));

/** What a key means on the live screen; nothing while an input method is composing. */
export function actionOf(event: KeyboardEvent): Action | null {
  if (composing(event)) return null;
  return KEYS.find((binding) => binding.match?.(event))?.action ?? null;
}
