import { describe, expect, it } from "vitest";
import type { Interview, Rating } from "../../ipc/contract";
import { coverage, endings, inOrder, linkWords, neighbour, opensAt, OPENING, placeAt, slot, spotsOf, tally, tallyWords } from "./logic";

function interview(at: string, phase = "live"): Interview {
  return {
    at,
    meeting: { phase },
    content: { kit: { questions: [{ question_id: "b", required: true }, { question_id: "a", required: false }, { question_id: "gone", required: true }] }, questions: [{ id: "a" }, { id: "b" }] },
  } as unknown as Interview;
}

describe("where an interview opens", () => {
  it.each<[string, string, string]>([
    ["one left on a question, there", "a", "a"],
    ["one left in General, there", "general", "general"],
    ["one left at the candidate's questions, there", "candidate_questions", "candidate_questions"],
    ["a place that is no more, at the start", "gone", "b"],
  ])("%s", (_, at, spot) => expect(opensAt(interview(at))).toBe(spot));

  it("one that has not begun, at its opening, whose notes are General's", () => {
    expect(opensAt(interview("b", "prepared"))).toBe(OPENING);
    expect([placeAt(OPENING), placeAt("b"), placeAt("candidate_questions")]).toEqual(["general", "b", "candidate_questions"]);
  });
});

it.each([[{ target: "indicator", number: 2 }, "+2"], [{ target: "red_flag", number: 1 }, "!1"]] as const)("%j_stands_as_%s", (link, words) => expect(linkWords(link)).toBe(words));

it("questions_stand_in_the_order_of_the_kit", () => {
  expect(inOrder(interview("general")).map((q) => [q.question.id, q.required])).toEqual([["b", true], ["a", false]]);
});

it.each<[string, 1 | -1, string]>([
  [OPENING, -1, OPENING],
  [OPENING, 1, "a"],
  ["a", -1, OPENING],
  ["b", 1, "candidate_questions"],
  ["candidate_questions", 1, "general"],
  ["general", 1, "general"],
])("from_%s_by_%s_comes_%s", (spot, by, next) => expect(neighbour(spotsOf(["a", "b"]), spot, by)).toBe(next));

it.each<[number, string, boolean]>([
  [0, "60 min left", false],
  [3239, "7 min left", false],
  [3240, "6 min left", true],
  [3599, "1 min left", true],
  [3600, "0 min over", true],
  [3720, "2 min over", true],
  [90_000, "slot over", false],
])("after_%s_seconds_the_slot_says_%s", (elapsed, text, tight) => expect(slot(elapsed, 60)).toEqual({ text, tight }));

it.each<[(Rating | null)[], string, number]>([
  [[], "0 rated", 0],
  [[null, null], "0 rated, 2 to go", 0],
  [[4, 1, "not_asked", null], "2 rated, 1 not asked, 1 to go", 3],
  [[...Array<Rating>(14).fill(3), "not_asked", "could_not_judge"], "14 rated, 1 not asked, 1 could not judge", 16],
])("of_%j_it_says_%s", (ratings, words, covered) => {
  expect(tallyWords(tally(ratings))).toBe(words);
  expect(tally(ratings).covered).toBe(covered);
});

it("titles_that_begin_alike_keep_their_endings_in_sight", () => {
  const titles = ["Explain how a queue works in Kafka", "Explain how a queue works in Postgres", "Short", "Something else that is long enough to be cut", "Shor"];
  expect(endings(titles)).toEqual([" in Kafka", " in Postgres", "", "", ""]);
  expect(endings(["Design a rate limiter for an interprovincial", "Design a rate limiter for one"])).toEqual([" interprovincial", " for one"]);
  expect(endings(["東京の会議について話してください、まず最初に何をしたか", "東京の会議について話してください、最後に何をしたか"])).toEqual(["", ""]);
  expect(endings(["The same", "The same"])).toEqual(["", ""]);
});

it("coverage_counts_questions_by_competency_in_the_roles_order_and_leaves_out_what_is_not_asked_about", () => {
  const competencies = [{ id: "x", name: "X" }, { id: "none", name: "None" }, { id: "y", name: "Y" }];
  const questions = [{ id: "1", competency: "y" }, { id: "2", competency: "x" }, { id: "3", competency: "y" }];
  expect(coverage(competencies, questions, (id) => id !== "1")).toEqual([{ name: "X", covered: 1, all: 1 }, { name: "Y", covered: 1, all: 2 }]);
});
