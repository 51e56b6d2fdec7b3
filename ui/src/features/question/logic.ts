// What the bank's screens work out themselves; no state, no calls.
import type { BankActionKind, BankDone, FilterValue, Gap, ImportCounts, Question, QuestionField, QuestionFilter, QuestionFilters, QuestionType } from "../../ipc/contract";
import { FIELD_WORD, GAP_WORD } from "./words";

export type Piece = { text: string; marked: boolean };

/** A text cut at its marks (UTF-16 units, in order and apart). */
export function pieces(text: string, marks: readonly (readonly [number, number])[]): Piece[] {
  const cut: Piece[] = [];
  let from = 0;
  for (const [begin, end] of marks) {
    cut.push({ text: text.slice(from, begin), marked: false }, { text: text.slice(begin, end), marked: true });
    from = end;
  }
  cut.push({ text: text.slice(from), marked: false });
  return cut.filter((piece) => piece.text !== "");
}

/** "1 to 5", "2, 3 and 5", "4" */
export function levels(numbers: number[]): string {
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return "";
  if (numbers.length > 2 && last - first === numbers.length - 1) return `${first} to ${last}`;
  const before = numbers.slice(0, -1);
  return before.length > 0 ? `${before.join(", ")} and ${last}` : String(last);
}

/** "Not written yet: competency, anchors 1 to 5."; nothing for a finished question. */
export function gapWords(gaps: readonly Gap[], anchors: readonly string[]): string {
  if (gaps.length === 0) return "";
  const missing = anchors.flatMap((anchor, i) => (anchor.trim() === "" ? [i + 1] : []));
  const one = (gap: Gap) => (gap === "anchors" ? `${missing.length === 1 ? "anchor" : "anchors"} ${levels(missing)}` : GAP_WORD[gap]);
  return `Not written yet: ${gaps.map(one).join(", ")}.`;
}

/** What is not written yet, while it is being written; as the core sees it once it is saved. */
export function gapsOf(question: Question): Gap[] {
  const table: [Gap, boolean][] = [
    ["competency", question.competency.trim() === ""],
    ["minutes", question.minutes === 0],
    ["type", question.type === undefined],
    ["indicators", question.indicators.length === 0],
    ["red_flags", question.red_flags.length === 0],
    ["probes", question.probes.length === 0],
    ["anchors", question.anchors.some((anchor) => anchor.trim() === "")],
  ];
  return table.flatMap(([gap, open]) => (open ? [gap] : []));
}

/** What cannot be in a kit that is published. */
export const stopsPublishing = (gap: Gap): boolean => gap === "competency" || gap === "minutes";

/** The field of the editor that a refusal speaks of: "tags" of "tags[3]"; null where it speaks of the whole question. */
export function fieldOf(path: string): QuestionField | null {
  const field = path.split(/[.[]/)[0] ?? "";
  return Object.hasOwn(FIELD_WORD, field) ? (field as QuestionField) : null;
}

/** "8" → 8, "" → 0 (not planned), "eight" → null. */
export function minutesOf(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === "") return 0;
  return /^\d{1,4}$/.test(trimmed) ? Number(trimmed) : null;
}

export const blank = (): Question => ({
  id: "",
  section: "",
  title: "",
  prompt: "",
  competency: "",
  tags: [],
  minutes: 0,
  indicators: [],
  red_flags: [],
  probes: [],
  anchors: ["", "", "", "", ""],
});

export type State = "never_used" | "stale" | "leaked" | "offered" | "archived";
export const STATES: readonly (readonly [State, string])[] = [
  ["never_used", "Never used"],
  ["stale", "Not used for a year"],
  ["leaked", "Known outside"],
  ["offered", "Pack offers a change"],
  ["archived", "Put away"],
];
const VALUES = ["pack", "section", "type", "competency", "level", "tag"] as const;
export type Value = (typeof VALUES)[number];
export const FILTERS: readonly (readonly [Value, keyof QuestionFilters, string, string])[] = [
  ["competency", "competencies", "Competency", "no competency"],
  ["type", "types", "Type", "no type"],
  ["level", "levels", "Level", "any level"],
  ["section", "sections", "Section", "no section"],
  ["tag", "tags", "Tag", "no tag"],
  ["pack", "packs", "Pack", "written here"],
];

/** The filter as it stands in the address. An empty value is one as well: a pack "" is what was written here. */
export function filterToQuery(filter: QuestionFilter): Record<string, string> {
  const query: Record<string, string> = {};
  for (const name of VALUES) if (filter[name] !== undefined && filter[name] !== null) query[name] = `=${filter[name]}`;
  for (const [state] of STATES) if (filter[state]) query[state] = "1";
  return query;
}
export function filterFromQuery(query: URLSearchParams): QuestionFilter {
  const filter: QuestionFilter = {};
  for (const name of VALUES) {
    const value = query.get(name);
    if (value === null || !value.startsWith("=")) continue;
    if (name === "type") filter.type = value.slice(1) as QuestionType;
    else filter[name] = value.slice(1);
  }
  for (const [state] of STATES) if (query.get(state) === "1") filter[state] = true;
  return filter;
}
export const filtered = (filter: QuestionFilter): number => Object.keys(filterToQuery(filter)).length;

/** How many questions are not put away: each has one pack. */
export const inBank = (filters: QuestionFilters): number => filters.packs.reduce((sum, pack: FilterValue) => sum + pack.questions, 0);

const ADDING: readonly (BankActionKind | null)[] = ["question_added", "question_duplicated", "imported"];
/** Which question is on screen after an undo or a redo: the one that it changed, or none where that is gone. */
export function chosenAfter({ kind, question_ids }: BankDone, undone: boolean, chosen: string): string {
  if (undone && ADDING.includes(kind)) return question_ids.includes(chosen) ? "" : chosen;
  return question_ids.length === 1 ? (question_ids[0] ?? "") : chosen;
}

/** The most of one kind that a list of an import shows; the core sends as many. */
export const LISTED = 200;

/** "2 questions would be added, 1 changed, 3 are already there", "2 questions added"; "no question in it". */
export function importWords({ added, updated, unchanged, offered }: ImportCounts, verb: string): string {
  const parts = ([[added, "added"], [updated, "changed"], [offered, "offered beside your own version"]] as const).filter(([n]) => n > 0);
  const [first, ...rest] = parts;
  const said = first ? [`${first[0]} ${first[0] === 1 ? "question" : "questions"} ${verb === "" ? "" : `${verb} `}${first[1]}`, ...rest.map(([n, what]) => `${n} ${what}`)] : [];
  if (unchanged > 0) said.push(`${first ? unchanged : `${unchanged} ${unchanged === 1 ? "question" : "questions"}`} ${unchanged === 1 ? "is" : "are"} already there`);
  return said.length > 0 ? said.join(", ") : "no question was found in it";
}
