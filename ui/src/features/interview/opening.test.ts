import { describe, expect, it } from "vitest";
import type { EntryKind } from "../../ipc/contract";
import { Opening } from "./opening";

const counts = { indicator: 8, red_flag: 3 };

/** A field in the hands of someone who types; `|` in a key string is no key here. */
function field(draft = "") {
  const opening = new Opening();
  opening.begin(draft);
  const now = { text: draft, kind: "note" as EntryKind, marks: [] as number[] };
  return {
    now,
    opening,
    type(keys: string, at = now.text.length) {
      for (const key of keys) {
        const next = now.text.slice(0, at) + key + now.text.slice(at);
        const taken = opening.type(next, now.kind, counts);
        if (taken) {
          [now.text, now.kind] = [taken.text, taken.kind];
          if (taken.mark) now.marks.push(taken.mark.number);
          at = 0;
        } else {
          now.text = next;
          at += 1;
        }
      }
      return now;
    },
    back(caret = now.text.length) {
      const given = opening.giveBack(now.text, caret);
      if (!given) return false;
      [now.text, now.kind] = [given.text, given.kind as EntryKind];
      if (given.mark) now.marks.pop();
      return true;
    },
  };
}

describe("markers as they are typed", () => {
  it("are_taken_from_the_text_at_once", () => {
    expect(field().type('"we rolled')).toEqual({ text: "we rolled", kind: "quote", marks: [] });
    expect(field().type("+2 he wrote it")).toEqual({ text: "he wrote it", kind: "good", marks: [2] });
    expect(field().type("!1 blames")).toEqual({ text: "blames", kind: "concern", marks: [1] });
  });

  it("are_only_the_first_character", () => {
    expect(field().type("he said !no+?")).toMatchObject({ text: "he said !no+?", kind: "note" });
    expect(field().type("+!x")).toMatchObject({ text: "!x", kind: "good" });
  });

  it("may_come_before_what_is_written_already", () => {
    const f = field();
    f.type("no tests");
    expect(f.type("!", 0)).toMatchObject({ text: "no tests", kind: "concern" });
    expect(f.type("2 ", 0)).toMatchObject({ text: "no tests", marks: [2] });
  });

  it("become_text_again_by_backspace_straight_after", () => {
    const f = field();
    f.type("+");
    expect(f.back()).toBe(true);
    expect(f.now).toMatchObject({ text: "+", kind: "note" });
    expect(f.type("2 x")).toMatchObject({ text: "+2 x", kind: "note", marks: [] });
  });

  it("take_back_the_mark_with_it", () => {
    const f = field();
    f.type("+2 ");
    expect(f.now.marks).toEqual([2]);
    f.back();
    expect(f.now).toEqual({ text: "+2 ", kind: "note", marks: [] });
  });

  it("stay_taken_once_something_else_was_typed", () => {
    const f = field();
    f.type("+x");
    expect(f.back(0)).toBe(false);
    expect(f.back()).toBe(false);
  });

  it("go_back_to_the_kind_chosen_before", () => {
    const f = field();
    f.now.kind = "concern";
    f.type("?");
    expect(f.now.kind).toBe("follow_up");
    f.back();
    expect(f.now.kind).toBe("concern");
  });

  it("are_looked_for_again_after_everything_was_deleted", () => {
    const f = field();
    f.type("+");
    f.back();
    f.now.text = "";
    f.opening.emptied();
    expect(f.type("!x")).toMatchObject({ text: "x", kind: "concern" });
  });

  it("are_not_found_in_a_paste_or_in_a_draft", () => {
    const f = field();
    f.now.text = '"quoted"';
    f.opening.pasted(f.now.text);
    expect(f.type("x")).toMatchObject({ text: '"quoted"x', kind: "note" });
    expect(field("+1 for this").type("x")).toMatchObject({ text: "+1 for thisx", kind: "note" });
  });

  it("are_code_once_all_three_are_there", () => {
    expect(field().type("``")).toMatchObject({ text: "``", kind: "note" });
    expect(field().type("```let x")).toMatchObject({ text: "let x", kind: "code" });
  });

  it("leave_a_plus_at_the_front_of_an_opened_entry_alone", () => {
    const f = field();
    f.type('"said');
    expect(f.type("+", 0)).toMatchObject({ text: "+said", kind: "quote" });
  });
});
