import { describe, expect, it } from "vitest";
import type { Interview, Rating, ReviewFinding, ReviewPlace } from "../../ipc/contract";
import { cut, foundAt, lines, meanWords, place, seemsAsked, tally } from "./logic";

const interview = {
  content: { kit: { questions: [{ question_id: "b", required: true }, { question_id: "a", required: false }] }, questions: [{ id: "a" }, { id: "b" }] },
  records: [{ question_id: "b", rating: 4, spent_seconds: 0 }],
} as unknown as Interview;

it("keeps_the_order_of_the_kit_and_knows_what_is_optional", () => {
  expect(lines(interview).map((l) => [l.number, l.question.id, l.required, l.rating])).toEqual([[1, "b", true, 4], [2, "a", false, null]]);
});

describe("the tally", () => {
  it.each<[(Rating | null)[], string]>([
    [[1, 5, 3], "3 of 3 rated"],
    [[4, "not_asked", "could_not_judge"], "1 of 3 rated, 1 not asked, 1 could not judge"],
    [[null, "not_asked", null, 2], "1 of 4 rated, 1 not asked, 2 not rated"],
    [[], "0 of 0 rated"],
  ])("of %j", (ratings, words) => expect(tally(ratings.map((rating) => ({ rating })))).toBe(words));
});

it("names_the_place_of_a_note", () => {
  const questions = [{ question_id: "a", number: 2, title: "Ten long files" }];
  expect([place(questions, "a"), place(questions, "general"), place(questions, "candidate_questions")]).toEqual(["question 2, Ten long files", "General", "Candidate’s questions"]);
});

it("says_a_mean_with_its_coverage_and_missing_is_missing", () => {
  expect(meanWords({ mean: 3.5, rated: 2, questions: 3 })).toBe("3.5 from 2 of 3 questions");
  expect(meanWords({ mean: 4, rated: 1, questions: 1 })).toBe("4.0 from 1 of 1 question");
  expect(meanWords({ mean: null, rated: 0, questions: 2 })).toBe("no mean, 0 of 2 questions rated");
});

const finding = (words: string, start: number, at: ReviewPlace = { place: "reason" }): ReviewFinding => ({ at, kind: "verdict", topic: null, words, start, end: start + words.length });

describe("the words that the lint points at", () => {
  const marked = (text: string, ...findings: ReviewFinding[]) => cut(text, findings).map((p) => (p.finding ? `[${p.text}]` : p.text)).join("");
  it("are_found_where_the_core_says", () => {
    expect(marked("smart? Añb: smart", finding("smart", 12))).toBe("smart? Añb: [smart]");
  });
  it("are_found_again_after_the_text_has_changed", () => {
    expect(marked("he seemed calm", finding("seemed", 30))).toBe("he [seemed] calm");
  });
  it("are_left_out_when_they_are_gone", () => expect(marked("measured first", finding("smart", 0))).toBe("measured first"));
  it("never_overlap", () => {
    expect(marked("culture fit, fit", finding("culture fit", 0), finding("fit", 13))).toBe("[culture fit], [fit]");
  });
});

it("gives_each_place_its_own_findings", () => {
  const all = [finding("a", 0, { place: "entry", entry_id: "e1" }), finding("b", 0, { place: "entry", entry_id: "e2" }), finding("c", 0), finding("d", 0, { place: "reason_for", number: 2 })];
  const words = (at: ReviewPlace) => foundAt(all, at).map((f) => f.words);
  expect([words({ place: "entry", entry_id: "e2" }), words({ place: "reason" }), words({ number: 2, place: "reason_for" })]).toEqual([["b"], ["c"], ["d"]]);
});

describe("a question said to be not asked", () => {
  it.each([
    [{ notes: 3, evidence: 3, ticks: 0, probes: 0 }, "3 notes"],
    [{ notes: 1, evidence: 1, ticks: 0, probes: 0 }, "1 note"],
    [{ notes: 2, evidence: 1, ticks: 1, probes: 0 }, "1 tick"], // plain notes may say why it was not asked
    [{ notes: 2, evidence: 3, ticks: 2, probes: 1 }, "2 notes, 2 ticks and 1 probe"],
    [{ notes: 0, evidence: 0, ticks: 0, probes: 2 }, "2 probes"],
  ])("%o says what speaks against it", (question, has) => expect(seemsAsked(question)).toBe(`Not asked, but it has ${has}`));
});
