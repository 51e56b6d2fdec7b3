import { describe, expect, it } from "vitest";
import { find } from "../../shared/palette";
import type { Action } from "./keys";
import { items } from "./palette";

const questions = ["The GIL and threads", "Decorators", "Café orders", "Five long days"].map((title, i) => ({ question: { id: `id${i + 1}`, title } }));
const note = (n: number, text: string, place: string, removed = false) => ({ id: `n${n}`, kind: "good" as const, text, at_seconds: 61 * n, place, removed });
const notes = [note(1, "measured before changing", "id1"), note(2, "wrote decorators himself", "id2"), note(3, "gone", "id2", true), note(4, "asked for a break", "general")];
const found = (query: string, mode: "all" | "questions" | "notes" = "all") => find(query, items(mode, questions, notes)).map((item) => item.text);

describe("the palette", () => {
  it("offers_questions_then_commands_then_notes_newest_first", () => {
    const all = items("all", questions, notes);
    expect([...new Set(all.map((item) => item.group))]).toEqual(["Questions", "Commands", "Notes"]);
    expect(all.filter((item) => item.group === "Notes").map((item) => item.detail)).toEqual(["General, Good, 04:04", "Question 2, Good, 02:02", "Question 1, Good, 01:01"]);
  });

  it("has_a_name_and_an_id_for_each_command_once", () => {
    const commands = items("all", questions, notes).filter((item) => item.group === "Commands");
    expect(new Set(commands.map((item) => item.id)).size).toBe(commands.length);
    expect(new Set(commands.map((item) => item.text)).size).toBe(commands.length);
  });

  it("offers_only_what_can_be_done_now_and_in_practice_to_end_it", () => {
    const now = { practice: true, timed: false, can: (action: Action) => action.do !== "happen" };
    const all = items("all", questions, notes, now);
    const texts = all.map((item) => item.text);
    expect(texts).toContain("End practice");
    expect(texts).toContain("Review and submit"); // which is practice as well
    expect(items("all", questions, notes).map((item) => item.text)).not.toContain("End practice");
    expect(texts).not.toContain("The candidate withdrew");
    expect(items("all", questions, notes).map((item) => item.text)).toContain("The candidate withdrew");
    expect(all.find((item) => item.group === "Notes")?.detail).toBe("General, Good"); // no time of a meeting
  });

  it.each<[string, string[]]>([
    ["did not co", ["The candidate did not come"]],
    ["judge time", ["Could not judge, out of time"]],
    ["decor", ["2 Decorators", "wrote decorators himself"]],
    ["CAFE", ["3 Café orders"]],
    ["candidate's q", ["Candidate’s questions"]],
    ["candidate’s q", ["Candidate’s questions"]],
    ["chang measu", ["measured before changing"]],
    ["gone", []],
    ["cover scr", ["Cover the screen; only Esc uncovers it"]],
    ["general", ["General"]],
    ["openin", ["Opening", "Keep the note, next question; at the opening, begin"]],
    ["candidate s questions", ["Candidate’s questions"]],
  ])("finds_%j", (query, texts) => expect(found(query)).toEqual(texts));

  it("takes_a_number_for_the_question_first", () => {
    expect(found("4")[0]).toBe("4 Five long days");
    expect(found("4", "questions")).toEqual(["4 Five long days"]);
    expect(found("1")[0]).toBe("1 The GIL and threads");
  });

  it("puts_the_beginnings_of_words_before_their_middles", () => {
    expect(found("he", "notes")).toEqual([]);
    expect(found("elf", "notes")).toEqual(["wrote decorators himself"]);
    const all = items("notes", questions, [note(1, "xabc", "general"), note(2, "abcd", "general"), note(3, "zz abc", "general")]);
    expect(find("abc", all).map((item) => item.text)).toEqual(["zz abc", "abcd", "xabc"]);
  });
});
