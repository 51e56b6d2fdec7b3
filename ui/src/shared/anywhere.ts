// Keys that work on every screen. The window handles them; the sheet of keys shows them with the rest.
import { composing, digit, letter, mod, sign } from "./keyboard";

export type Anywhere = "today" | "lock" | "larger" | "smaller" | "usual_size";
export type AnywhereKey = { does: Anywhere; keys: string[]; words: string; match: (event: KeyboardEvent) => boolean };

export const ANYWHERE: readonly AnywhereKey[] = [
  { does: "today", keys: ["Mod", "Shift", "T"], words: "To Today, from anywhere", match: (e) => e.shiftKey && letter(e, "t") },
  { does: "lock", keys: ["Mod", "L"], words: "Lock the data", match: (e) => !e.shiftKey && letter(e, "l") },
  { does: "larger", keys: ["Mod", "="], words: "Larger text", match: (e) => sign(e, "=") || (e.key === "+" && e.code === "Equal") },
  { does: "smaller", keys: ["Mod", "-"], words: "Smaller text", match: (e) => !e.shiftKey && digit(e) === null && sign(e, "-") },
  { does: "usual_size", keys: ["Mod", "0"], words: "Text in its usual size", match: (e) => !e.shiftKey && digit(e) === 0 },
];

/** The palette: the live interview has one of its own, every other screen the window's. */
export const SEARCH = {
  keys: ["Mod", "K"],
  words: "Search or run",
  match: (e: KeyboardEvent): boolean => mod(e) && !e.shiftKey && letter(e, "k"),
};

/** The live interview has parts of its own, every other screen those of its page. */
export const PANES = {
  keys: ["F6"],
  words: "Next part of the page; with Shift, the one before",
  match: (e: KeyboardEvent): boolean => e.key === "F6" && !e.ctrlKey && !e.metaKey && !e.altKey,
};

/** The review handles it; the sheet of keys has it too, so that one knows it before one is there. */
export const CONFIRM_MEANS = {
  keys: ["Mod", "Shift", "M"],
  words: "In the review: confirm all means",
  match: (e: KeyboardEvent): boolean => mod(e) && e.shiftKey && letter(e, "m"),
};

export function anywhere(event: KeyboardEvent): Anywhere | null {
  if (composing(event) || !mod(event)) return null;
  return ANYWHERE.find((key) => key.match(event))?.does ?? null;
}
