import { expect, test } from "vitest";
import { blank, chosenAfter, fieldOf, filterFromQuery, filterToQuery, gapWords, importWords, levels, minutesOf, pieces } from "./logic";

test("a text is cut at its marks, and nothing of it is lost", () => {
  const text = "C++ und 太郎 und c++";
  const cut = pieces(text, [[0, 3], [8, 10]]);
  expect(cut.map((piece) => piece.text).join("")).toBe(text);
  expect(cut.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual(["C++", "太郎"]);
  expect(pieces("plain", [])).toEqual([{ text: "plain", marked: false }]);
});

test("anchors that are not written are named by number", () => {
  expect([[1, 2, 3, 4, 5], [2, 3, 5], [4], [2, 3], []].map(levels)).toEqual(["1 to 5", "2, 3 and 5", "4", "2 and 3", ""]);
  expect(gapWords(["competency", "anchors"], ["", "", "x", " ", ""])).toBe("Not written yet: competency, anchors 1, 2, 4 and 5.");
  expect(gapWords(["anchors"], ["a", "b", "", "d", "e"])).toBe("Not written yet: anchor 3.");
  expect(gapWords([], blank().anchors)).toBe("");
});

test("a refusal is shown at the field that it speaks of", () => {
  const said = ["title", "minutes", "red_flags[2]", "probes", "id", ""];
  expect(said.map(fieldOf)).toEqual(["title", "minutes", "red_flags", "probes", null, null]);
});

test("minutes are a number, or not planned, or a mistake", () => {
  expect(["8", " 12 ", "", "eight", "-3", "4.5"].map(minutesOf)).toEqual([8, 12, 0, null, null, null]);
});

test("a filter comes back from the address as it went in, the empty values too", () => {
  const filter = { pack: "", tag: "a&b=c", level: "senior", never_used: true, archived: true };
  const query = new URLSearchParams(filterToQuery(filter));
  expect(filterFromQuery(new URLSearchParams(String(query)))).toEqual(filter);
  expect(filterFromQuery(new URLSearchParams("q=x&id=y&pack=senior"))).toEqual({});
});

test("what an import does is one sentence", () => {
  const counts = { added: 2, updated: 1, unchanged: 3, offered: 0 };
  expect(importWords(counts, "would be")).toBe("2 questions would be added, 1 changed, 3 are already there");
  expect(importWords({ added: 0, updated: 1, unchanged: 0, offered: 1 }, "")).toBe("1 question changed, 1 offered beside your own version");
  expect(importWords({ added: 0, updated: 0, unchanged: 1, offered: 0 }, "would be")).toBe("1 question is already there");
  expect(importWords({ added: 0, updated: 0, unchanged: 0, offered: 0 }, "would be")).toBe("no question was found in it");
});

test("an undo shows the question that it changed, and none that it took out of the bank", () => {
  const done = (kind: string, question_ids: string[]) => ({ kind, question_ids, history: { undo: null, redo: null }, at: "" }) as Parameters<typeof chosenAfter>[0];
  expect(chosenAfter(done("questions_archived", ["a"]), true, "b")).toBe("a");
  expect(chosenAfter(done("question_duplicated", ["a"]), true, "a")).toBe("");
  expect(chosenAfter(done("question_duplicated", ["a"]), false, "b")).toBe("a");
  expect(chosenAfter(done("imported", ["a", "b"]), true, "c")).toBe("c");
  expect(chosenAfter(done("kit_archived", []), true, "c")).toBe("c");
});
