// What the first characters of an entry mean, in whatever form a keyboard has them. Pure: knows no field and no screen.
import type { EntryKind, TickTarget } from "../../ipc/contract";

/** A line of the question that the entry is about. `prompted`: heard only after a probe. */
export type Mark = { target: TickTarget; number: number; prompted: boolean };
/** How many lines each list has; a number beyond is no mark. */
export type Counts = Record<TickTarget, number>;
export type Reading = {
  kind: EntryKind | null;
  mark: Mark | null;
  /** The characters that were markers. */
  taken: string;
  /** The rest. */
  text: string;
};

/** One row a kind: the forms it has on keyboards, and what the sheet of keys shows. */
export const MARKERS: readonly { kind: EntryKind; forms: readonly string[]; shown: string }[] = [
  { kind: "quote", forms: ['"', "“", "”", "„", "‟", "«", "»", "＂", "「", "『"], shown: '"' },
  { kind: "good", forms: ["+", "＋", "﹢"], shown: "+" },
  { kind: "concern", forms: ["!", "！", "﹗"], shown: "!" },
  { kind: "follow_up", forms: ["?", "？", "؟", "﹖"], shown: "?" },
  { kind: "code", forms: ["```", "｀｀｀"], shown: "```" },
];

const ZEROS = [0x30, 0xff10, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50]; // ASCII, full width, Arabic, Persian, Devanagari, Bengali, Thai
function number(digits: string): number {
  return [...digits].reduce((sum, digit) => {
    const code = digit.codePointAt(0) ?? 0;
    return sum * 10 + code - (ZEROS.find((zero) => code >= zero && code < zero + 10) ?? NaN);
  }, 0);
}

const SPACE = "[ \\u00a0\\u2007\\u202f\\u3000]";
const NUMBERED = new RegExp(`^(\\p{Nd}{1,2})([?？؟﹖]?)${SPACE}`, "u");
const ELSEWHERE = new RegExp(`^[>＞﹥](\\p{Nd}{1,2})${SPACE}`, "u");

const TARGETS: Partial<Record<EntryKind, TickTarget>> = { good: "indicator", concern: "red_flag" };

/** Reads the beginning of an entry. Without a marker everything is text. */
export function read(raw: string, counts: Counts): Reading {
  const nothing: Reading = { kind: null, mark: null, taken: "", text: raw };
  for (const { kind, forms } of MARKERS) {
    const form = forms.find((f) => raw.startsWith(f));
    if (form === undefined) continue;
    const text = raw.slice(form.length);
    const target = TARGETS[kind];
    const [numbered, digits = "", probe = ""] = NUMBERED.exec(text) ?? [];
    const line = number(digits);
    // A red flag is seen or not: only a good signal knows "after a probe".
    if (target && numbered && line >= 1 && line <= counts[target] && (probe === "" || target === "indicator")) {
      return { kind, mark: { target, number: line, prompted: probe !== "" }, taken: form + numbered, text: text.slice(numbered.length) };
    }
    return { kind, mark: null, taken: form, text };
  }
  return nothing;
}

/** ">7 text": the number of the question it belongs to, and the rest; null where it says no such thing. */
export function elsewhere(raw: string, questions: number): { number: number; text: string } | null {
  const [found, digits = ""] = ELSEWHERE.exec(raw) ?? [];
  const to = number(digits);
  if (!found || !(to >= 1 && to <= questions)) return null;
  return { number: to, text: raw.slice(found.length) };
}

const CLOSING = /["“”»«＂」』]$/u;
/** Without the mark that ends what a marker began: the closing quote, the closing fence. One that closes a quote inside stays. */
export function closed(kind: EntryKind, text: string): string {
  const trimmed = text.trim();
  if (kind === "code") return trimmed.replace(/\n?(?:```|｀｀｀)$/u, "");
  const inside = [...trimmed.slice(0, -1)].filter((c) => /["“”„»«＂「」『』]/u.test(c)).length;
  return kind === "quote" && CLOSING.test(trimmed) && inside % 2 === 0 ? trimmed.slice(0, -1).trimEnd() : trimmed;
}

/** "/" (which Japanese input methods write as "・"), then perhaps the beginning of a command's name, and nothing else. */
export function command(text: string): string | null {
  const found = /^[/／・･]((?:\p{L}[\p{L}\p{Nd} ]{0,20})?)$/u.exec(text);
  return found ? (found[1] ?? "").toLowerCase() : null;
}
