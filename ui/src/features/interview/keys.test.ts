import { describe, expect, it } from "vitest";
import { actionOf, KEYS } from "./keys";

type Press = { key: string; code: string; ctrl?: boolean; shift?: boolean; alt?: boolean; altGraph?: boolean; composing?: boolean };
const press = ({ key, code, ctrl = false, shift = false, alt = false, altGraph = false, composing = false }: Press) =>
  ({ key, code, ctrlKey: ctrl, metaKey: false, shiftKey: shift, altKey: alt, isComposing: composing, keyCode: 0, getModifierState: (name: string) => name === "AltGraph" && altGraph }) as unknown as KeyboardEvent;
const name = (p: Press) => {
  const action = actionOf(press(p));
  return action?.do === "rate" ? `rate ${action.rating}` : (action?.do ?? null);
};

describe("keys on the live screen", () => {
  it.each<[string, Press, string | null]>([
    ["Ctrl+4", { key: "4", code: "Digit4", ctrl: true }, "rate 4"],
    ["Ctrl+4 on the number pad", { key: "4", code: "Numpad4", ctrl: true }, "rate 4"],
    ["Ctrl+4 on AZERTY", { key: "'", code: "Digit4", ctrl: true }, "rate 4"],
    ["Ctrl+6", { key: "6", code: "Digit6", ctrl: true }, "rate could_not_judge"],
    ["Ctrl+7", { key: "7", code: "Digit7", ctrl: true }, "rate not_asked"],
    ["Ctrl+8", { key: "8", code: "Digit8", ctrl: true }, null],
    ["4 alone", { key: "4", code: "Digit4" }, null],
    ["Ctrl+Alt+4", { key: "4", code: "Digit4", ctrl: true, alt: true }, null],
    ["AltGraph+4", { key: "$", code: "Digit4", ctrl: true, altGraph: true }, null],
    ["Ctrl+Shift+4", { key: "$", code: "Digit4", ctrl: true, shift: true }, null],
    ["Ctrl+4 while composing", { key: "4", code: "Digit4", ctrl: true, composing: true }, null],
    ["Esc while composing", { key: "Escape", code: "Escape", composing: true }, null],
    ["Ctrl+Enter", { key: "Enter", code: "Enter", ctrl: true }, "keep_and_next"],
    ["Enter", { key: "Enter", code: "Enter" }, null],
    ["Ctrl+PageDown", { key: "PageDown", code: "PageDown", ctrl: true }, "next"],
    ["Ctrl+PageUp", { key: "PageUp", code: "PageUp", ctrl: true }, "previous"],
    ["Ctrl+]", { key: "]", code: "BracketRight", ctrl: true }, "next"],
    ["Ctrl+[ on a German keyboard", { key: "ü", code: "BracketLeft", ctrl: true }, "previous"],
    ["AltGraph+9, which types ]", { key: "]", code: "Digit9", ctrl: true, altGraph: true }, null],
    ["Ctrl+/", { key: "/", code: "Slash", ctrl: true }, "help"],
    ["Ctrl+/ on a German keyboard", { key: "/", code: "Digit7", ctrl: true, shift: true }, "help"],
    ["Ctrl+/ on AZERTY", { key: "/", code: "Period", ctrl: true, shift: true }, "help"],
    ["Ctrl+/ on Cyrillic", { key: ".", code: "Slash", ctrl: true }, "help"],
    ["Ctrl+- on a German keyboard, where / would be", { key: "-", code: "Slash", ctrl: true }, null],
    ["/ alone", { key: "/", code: "Slash" }, null],
    ["F1", { key: "F1", code: "F1" }, "help"],
    ["Ctrl+F1", { key: "F1", code: "F1", ctrl: true }, null],
    ["Ctrl+Shift+R", { key: "R", code: "KeyR", ctrl: true, shift: true }, "review"],
    ["Ctrl+R", { key: "r", code: "KeyR", ctrl: true }, null],
    ["Ctrl+J", { key: "j", code: "KeyJ", ctrl: true }, "signals"],
    ["Ctrl+J on Dvorak", { key: "j", code: "KeyC", ctrl: true }, "signals"],
    ["Ctrl+J's place on Dvorak", { key: "h", code: "KeyJ", ctrl: true }, null],
    ["Ctrl+J on Cyrillic", { key: "о", code: "KeyJ", ctrl: true }, "signals"],
    ["Ctrl+Shift+J", { key: "J", code: "KeyJ", ctrl: true, shift: true }, "flags"],
    ["F6", { key: "F6", code: "F6" }, "pane_next"],
    ["Shift+F6", { key: "F6", code: "F6", shift: true }, "pane_previous"],
    ["Escape", { key: "Escape", code: "Escape" }, "composer"],
  ])("%s", (_, p, expected) => expect(name(p)).toBe(expected));

  it("lists_every_key_once", () => {
    const names = KEYS.map((binding) => binding.keys.join("+"));
    expect(new Set(names).size).toBe(names.length);
  });
});
