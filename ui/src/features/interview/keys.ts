// The one table of keys on the live screen: the handler and the visible list both read it.
import type { Rating } from "../../ipc/contract";
import { mod } from "../../shared/keyboard";

export type Action =
  | { do: "rate"; rating: Rating }
  | { do: "keep_and_next" | "next" | "previous" | "signals" | "flags" | "pane_next" | "pane_previous" | "composer" };

type Binding = { keys: string[]; does: string; action?: Action; match?: (event: KeyboardEvent) => boolean };

/** Digits by their place on the keyboard, so that AZERTY and a number pad work alike. */
export function digit(event: KeyboardEvent): number | null {
  const found = /^(?:Digit|Numpad)([0-9])$/.exec(event.code);
  return found ? Number(found[1]) : null;
}

/** A letter by what it types; by its place where the layout is not Latin (Cyrillic, Greek …). */
function letter(event: KeyboardEvent, wanted: string): boolean {
  const typed = event.key.toLowerCase();
  return /^[a-z]$/.test(typed) ? typed === wanted : event.code === `Key${wanted.toUpperCase()}`;
}

const chord = (test: (event: KeyboardEvent) => boolean, shift = false) => (event: KeyboardEvent) => mod(event) && event.shiftKey === shift && test(event);
const rate = (n: number, rating: Rating, does: string): Binding => ({ keys: ["Mod", String(n)], does, action: { do: "rate", rating }, match: chord((e) => digit(e) === n) });

export const KEYS: readonly Binding[] = [
  { keys: ["Enter"], does: "Keep the note" },
  { keys: ["Shift", "Enter"], does: "New line in the note" },
  { keys: ["Mod", "Enter"], does: "Keep the note, next question", action: { do: "keep_and_next" }, match: chord((e) => e.key === "Enter") },
  { keys: ["Mod", "Page Down"], does: "Next question", action: { do: "next" }, match: chord((e) => e.key === "PageDown") },
  { keys: ["Mod", "Page Up"], does: "Previous question", action: { do: "previous" }, match: chord((e) => e.key === "PageUp") },
  rate(1, 1, "Rate 1, well below"),
  rate(2, 2, "Rate 2, below"),
  rate(3, 3, "Rate 3, meets"),
  rate(4, 4, "Rate 4, above"),
  rate(5, 5, "Rate 5, well above"),
  rate(6, "could_not_judge", "Could not judge"),
  rate(7, "not_asked", "Not asked"),
  { keys: ["Mod", "J"], does: "Good signals: 1–9 or Space ticks, P marks after a probe", action: { do: "signals" }, match: chord((e) => letter(e, "j")) },
  { keys: ["Mod", "Shift", "J"], does: "Red flags: 1–9 or Space ticks", action: { do: "flags" }, match: chord((e) => letter(e, "j"), true) },
  { keys: ["Shift", "Tab"], does: "From the note to its kind; arrows choose" },
  { keys: ["Esc"], does: "Back to the note", action: { do: "composer" }, match: (e) => e.key === "Escape" },
  { keys: ["F6"], does: "Next part of the screen", action: { do: "pane_next" }, match: (e) => e.key === "F6" && !e.shiftKey },
  { keys: ["Shift", "F6"], does: "Previous part", action: { do: "pane_previous" }, match: (e) => e.key === "F6" && e.shiftKey },
  { keys: ["Mod", "Z"], does: "Undo in a text field" },
  { keys: ["Mod", "Shift", "Z"], does: "Redo in a text field" },
];

/** What a key means on the live screen; nothing while an input method is composing. */
export function actionOf(event: KeyboardEvent): Action | null {
  if (event.isComposing || event.keyCode === 229) return null;
  return KEYS.find((binding) => binding.match?.(event))?.action ?? null;
}
