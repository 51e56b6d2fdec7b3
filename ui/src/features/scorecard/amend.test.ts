import { describe, expect, it } from "vitest";
import type { Interview, Judgement } from "../../ipc/contract";
import { changedRatings, changes, resumed, said } from "./amend";

const interview = {
  content: { kit: { questions: ["a", "b", "c"].map((question_id) => ({ question_id, required: true })) }, questions: ["a", "b", "c"].map((id) => ({ id, title: `About ${id}` })) },
  records: [],
} as unknown as Interview;
const newest: Judgement = {
  recommendation: "yes",
  reason: "heard",
  reasons_for: [{ text: "calm", entry_ids: ["e"], ticks: [] }],
  reasons_against: [],
  own_ratings: [],
  ratings: [
    { question_id: "a", rating: 4 },
    { question_id: "b", rating: "not_asked" },
  ],
};

describe("an amendment", () => {
  it("says_nothing_while_nothing_is_changed", () => expect(changes(interview, newest, said(interview, newest))).toEqual({}));
  it("says_what_differs_and_nothing_else", () => {
    const form = said(interview, newest);
    form.recommendation = "no";
    form.ratings = { ...form.ratings, a: null, c: 2 };
    form.own_ratings.push({ competency_id: "x", level: 2, reason: "later" });
    form.reasons_for = [];
    expect(changes(interview, newest, form)).toEqual({
      recommendation: "no",
      reasons_for: [],
      own_ratings: [{ competency_id: "x", level: 2, reason: "later" }],
      ratings: [
        { question_id: "a", rating: null },
        { question_id: "c", rating: 2 },
      ],
    });
    expect(newest.reasons_for.length, "the version itself stays").toBe(1);
  });
  it("is_no_change_by_a_space_at_the_end", () => expect(changes(interview, newest, { ...said(interview, newest), reason: "heard " })).toEqual({}));
});

it("is_as_it_was_left_when_it_is_gone_on_with", () => {
  const form = said(interview, newest);
  form.reason = "heard, and";
  form.ratings = { ...form.ratings, a: null, c: 2 };
  form.own_ratings.push({ competency_id: "x", level: 2, reason: "" });
  form.reasons_for = [];
  expect(resumed(said(interview, newest), changes(interview, newest, form))).toEqual(form);
  expect(resumed(said(interview, newest), {})).toEqual(said(interview, newest));
});

it("names_the_questions_that_are_rated_otherwise", () => {
  const after: Judgement = { ...newest, ratings: [{ question_id: "a", rating: 5 }, { question_id: "b", rating: "not_asked" }] };
  expect(changedRatings(interview, newest, after)).toEqual([{ number: 1, title: "About a", from: 4, to: 5 }]);
});
