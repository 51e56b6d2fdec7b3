import { expect, test } from "vitest";
import { importedWords } from "./imported";

const scorecard = { source: "greenhouse", id: "7", candidate: { id: "", name: "", email: "" }, interviewer: { id: "", name: "", email: "" }, interview: "", held_at: null, submitted_at: null, overall_said: "yes", overall: "yes" as const, reason: "", answers: [] };

test("an imported scorecard names its source, and what was said there where it is shown as something else", () => {
  const words = importedWords({ ...scorecard, ratings: [{ kind: "", name: "SQL", said: "mixed", level: 3, note: "" }, { kind: "", name: "Rust", said: "4", level: 4, note: "" }, { kind: "", name: "Go", said: "perhaps", level: null, note: "" }] });
  expect([words.source, words.interviewer, words.overall, words.overall_said]).toEqual(["Greenhouse", "Someone not named", "Yes", ""]);
  expect(words.ratings.map((one) => [one.shown, one.said])).toEqual([["3 Meets", "mixed"], ["4 Above", ""], ["no level", "perhaps"]]);
});
