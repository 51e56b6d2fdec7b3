import { describe, expect, it } from "vitest";
import { History } from "./undo";

const at = (text: string) => ({ text, start: text.length, end: text.length });
function typed(history: History, from: string, keys: string, time = 0, gap = 50) {
  let text = from;
  for (const key of keys) history.record(at((text += key)), "insertText", (time += gap));
  return text;
}

describe("undo in a text field", () => {
  it("takes_back_a_word_at_a_time", () => {
    const h = new History("");
    typed(h, "", "we rolled back");
    expect(h.undo()?.text).toBe("we rolled ");
    expect(h.undo()?.text).toBe("we ");
    expect(h.undo()?.text).toBe("");
    expect(h.undo()).toBeNull();
  });

  it("groups_until_a_pause", () => {
    const h = new History("");
    const text = typed(h, "", "six");
    typed(h, text, "teen", 5000);
    expect(h.undo()?.text).toBe("six");
    expect(h.undo()?.text).toBe("");
  });

  it("redoes_and_forgets_the_future_after_new_typing", () => {
    const h = new History("");
    typed(h, "", "one two");
    expect(h.undo()?.text).toBe("one ");
    expect(h.redo()?.text).toBe("one two");
    h.undo();
    typed(h, "one ", "x", 9000);
    expect(h.redo()).toBeNull();
    expect(h.undo()?.text).toBe("one ");
  });

  it("makes_a_paste_and_a_programmatic_insert_one_step_each", () => {
    const h = new History("a");
    h.record(at("a pasted text"), "insertFromPaste", 10);
    h.record(at("a pasted text\n+2 "), "programmatic", 20);
    expect(h.undo()?.text).toBe("a pasted text");
    expect(h.undo()?.text).toBe("a");
  });

  it("separates_deleting_from_typing_and_keeps_the_caret", () => {
    const h = new History("");
    typed(h, "", "abc");
    h.moved(1, 3);
    h.record({ text: "a", start: 1, end: 1 }, "deleteContentBackward", 500);
    expect(h.undo()).toEqual({ text: "abc", start: 1, end: 3 });
  });

  it("keeps_only_the_last_two_hundred_steps", () => {
    const h = new History("");
    for (let i = 1; i <= 500; i++) h.record(at("x".repeat(i)), "insertFromPaste", i);
    let steps = 0;
    while (h.undo()) steps += 1;
    expect(steps).toBe(200);
  });
});
