import { describe, expect, it } from "vitest";
import { ANYWHERE, anywhere, CONFIRM_MEANS } from "../../shared/anywhere";
import { actionOf, GROUPS, KEYS } from "./keys";

type Press = { key: string; code: string; ctrl?: boolean; shift?: boolean; alt?: boolean; altGraph?: boolean; composing?: boolean; keyCode?: number };
const press = ({ key, code, ctrl = false, shift = false, alt = false, altGraph = false, composing = false, keyCode = 0 }: Press) =>
  ({ key, code, ctrlKey: ctrl, metaKey: false, shiftKey: shift, altKey: alt, isComposing: composing, keyCode, getModifierState: (name: string) => name === "AltGraph" && altGraph }) as unknown as KeyboardEvent;
/** What a press means on the live screen or, as anywhere, in the window. */
const name = (p: Press) => {
  const action = actionOf(press(p));
  return action?.do === "rate" ? `rate ${action.rating}` : (action?.do ?? anywhere(press(p)));
};

/** What a layout's keys type, for those that are used with Ctrl here: [what is typed with Ctrl, its place, Shift]. */
type Layout = Record<string, [key: string, code: string, shift?: "shift"]>;
const letters = (places: Record<string, string>, typed = (l: string) => l): Layout =>
  Object.fromEntries([..."adfghjkoprtz"].map((l) => [l, [typed(l), (places[l] ?? l).length > 1 ? (places[l] ?? l) : `Key${(places[l] ?? l).toUpperCase()}`]]));
const digits = (typed: string): Layout => Object.fromEntries([...typed].map((key, i) => [String((i + 1) % 10), [key, `Digit${(i + 1) % 10}`]]));
const RUSSIAN: Record<string, string> = { a: "ф", d: "в", o: "щ", f: "а", g: "п", h: "р", j: "о", k: "л", r: "к", t: "е", p: "з", z: "я" };

const LAYOUTS: Record<string, Layout> = {
  American: { ...letters({}), ...digits("1234567890"), "[": ["[", "BracketLeft"], "]": ["]", "BracketRight"], "/": ["/", "Slash"], "=": ["=", "Equal"], "-": ["-", "Minus"], "+": ["+", "Equal", "shift"] },
  // Digits need Shift; brackets need AltGr, so their places stand for them.
  AZERTY: { ...letters({}), ...digits("&é\"'(-è_çà"), "[": ["Dead", "BracketLeft"], "]": ["$", "BracketRight"], "/": ["/", "Period", "shift"], "=": ["=", "Equal"], "-": [")", "Minus"], "+": ["+", "Equal", "shift"] },
  German: { ...letters({}), ...digits("1234567890"), "[": ["ü", "BracketLeft"], "]": ["+", "BracketRight"], "/": ["/", "Digit7", "shift"], "=": ["Dead", "Equal"], "-": ["-", "Slash"] },
  Dvorak: {
    ...letters({ d: "H", o: "S", f: "Y", g: "U", h: "J", j: "C", k: "V", r: "O", t: "K", p: "R", z: "Slash" }), ...digits("1234567890"),
    "[": ["[", "Minus"], "]": ["]", "Equal"], "/": ["/", "BracketLeft"], "=": ["=", "BracketRight"], "-": ["-", "Quote"],
  },
  Cyrillic: { ...letters({}, (l) => RUSSIAN[l] ?? l), ...digits("1234567890"), "[": ["х", "BracketLeft"], "]": ["ъ", "BracketRight"], "/": [".", "Slash"], "=": ["=", "Equal"], "-": ["-", "Minus"] },
  "a number pad": { "1": ["1", "Numpad1"], "5": ["5", "Numpad5"], "0": ["0", "Numpad0"], "=": ["+", "NumpadAdd"], "-": ["-", "NumpadSubtract"] },
};
const MEANS: [pressed: string, shift: boolean, means: string][] = [
  ...[1, 2, 3, 4, 5].map((n): [string, boolean, string] => [String(n), false, `rate ${n}`]),
  ["6", false, "rate could_not_judge"],
  ["7", false, "rate not_asked"],
  ["0", false, "usual_size"],
  ["f", false, "find"],
  ["g", false, "go_to"],
  ["j", false, "signals"],
  ["j", true, "flags"],
  ["k", false, "palette"],
  ["p", false, "pause"],
  ["p", true, "meeting"],
  ["d", true, "happen"],
  ["o", true, "other_scorecard"],
  ["z", false, "undo"],
  ["z", true, "redo"],
  ["h", true, "cover"],
  ["r", true, "review"],
  ["a", true, "attach"],
  ["t", true, "today"],
  ["[", false, "previous"],
  ["]", false, "next"],
  ["/", false, "help"],
  ["=", false, "larger"],
  ["+", false, "larger"],
  ["-", false, "smaller"],
];
const presses = Object.entries(LAYOUTS).flatMap(([layout, keys]) =>
  MEANS.flatMap(([pressed, shift, means]) => {
    const [key, code, shifted] = keys[pressed] ?? [];
    if (key === undefined || code === undefined) return [];
    const p: Press = { key: shift ? key.toUpperCase() : key, code, ctrl: true, shift: shift || shifted === "shift" };
    return [[`Ctrl+${shift ? "Shift+" : ""}${pressed} on ${layout}`, p, means] as const];
  }),
);

describe("keys on the live screen", () => {
  it("are_tried_on_every_layout", () => expect(presses.length).toBeGreaterThan(90));
  it.each(presses)("%s", (_, p, means) => expect(name(p)).toBe(means));
  it.each(presses)("%s never with AltGraph, Alt, no Ctrl, or while composing", (_, p) => {
    const wrong: Partial<Press>[] = [{ altGraph: true }, { alt: true }, { ctrl: false }, { composing: true }, { keyCode: 229 }];
    for (const change of wrong) expect(name({ ...p, ...change })).toBeNull();
  });

  it.each<[string, Press, string | null]>([
    ["Ctrl+8", { key: "8", code: "Digit8", ctrl: true }, null],
    ["Ctrl+Shift+4", { key: "$", code: "Digit4", ctrl: true, shift: true }, null],
    ["Ctrl+Enter", { key: "Enter", code: "Enter", ctrl: true }, "keep_and_next"],
    ["Enter", { key: "Enter", code: "Enter" }, null],
    ["Ctrl+PageDown", { key: "PageDown", code: "PageDown", ctrl: true }, "next"],
    ["Ctrl+PageUp", { key: "PageUp", code: "PageUp", ctrl: true }, "previous"],
    ["Ctrl+h in the place of j on Dvorak", { key: "h", code: "KeyJ", ctrl: true }, null],
    ["Ctrl+! in the place of / on AZERTY", { key: "!", code: "Slash", ctrl: true }, null],
    ["Ctrl+R, which would be one slip from Ctrl+Shift+R", { key: "r", code: "KeyR", ctrl: true }, null],
    ["Ctrl+F1", { key: "F1", code: "F1", ctrl: true }, null],
    ["Ctrl+Y", { key: "y", code: "KeyY", ctrl: true }, "redo"],
    ["Z in the place of Y on a German keyboard", { key: "z", code: "KeyY", ctrl: true }, "undo"],
    ["F1", { key: "F1", code: "F1" }, "help"],
    ["F6", { key: "F6", code: "F6" }, "pane_next"],
    ["Shift+F6", { key: "F6", code: "F6", shift: true }, "pane_previous"],
    ["Escape", { key: "Escape", code: "Escape" }, "composer"],
    ["Esc while composing", { key: "Escape", code: "Escape", composing: true }, null],
  ])("%s", (_, p, expected) => expect(name(p)).toBe(expected));
});

describe("the table of keys", () => {
  it("lists_every_key_once", () => {
    const names = KEYS.flatMap((binding) => (binding.keys.length > 0 ? [binding.keys.join("+")] : []));
    expect(new Set(names).size).toBe(names.length);
  });

  it("has_an_action_for_every_key_it_matches_and_for_every_command", () => {
    for (const { match, action, command, keys } of KEYS) {
      if (keys.length > 0) expect(match === undefined, keys.join("+")).toBe(action === undefined);
      else expect([match, command], "the palette alone offers it").toEqual([undefined, true]);
      if (command) expect(action, keys.join("+")).toBeDefined();
    }
  });

  it("has_the_keys_of_every_screen", () => {
    const shown = KEYS.map((binding) => binding.keys.join("+"));
    for (const { keys } of [...ANYWHERE, CONFIRM_MEANS]) expect(shown).toContain(keys.join("+"));
  });

  it("shows_something_in_every_group", () => {
    for (const group of GROUPS) expect(KEYS.some((binding) => binding.group === group)).toBe(true);
  });
});
