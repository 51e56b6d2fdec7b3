import { expect, it } from "vitest";
import { coverageWords, findings, slotWords } from "./check";

it("says_a_sentence_once_with_every_question_that_it_is_about", () => {
  const problems = [
    { what: "No time.", stops: true, question_id: "a" },
    { what: "No probes.", stops: false, question_id: "a" },
    { what: "No closing.", stops: false, question_id: null },
    { what: "No probes.", stops: false, question_id: "b" },
    { what: "No probes.", stops: false, question_id: "a" },
  ];
  expect(findings({ problems })).toEqual([
    { what: "No time.", stops: true, questions: ["a"] },
    { what: "No probes.", stops: false, questions: ["a", "b"] },
    { what: "No closing.", stops: false, questions: [] },
  ]);
});

it("says_how_the_plan_fits_in_words", () => {
  expect(slotWords({ required_minutes: 33, optional_minutes: 10, free_minutes: 7 }, 5)).toBe("33 for what everyone is asked, 5 for the candidate’s own questions, 7 free. Optional questions need 10 more.");
  expect(slotWords({ required_minutes: 31, optional_minutes: 0, free_minutes: -1 }, 0)).toBe("31 for what everyone is asked, 1 minute too many.");
});

it.each([
  [0, 0, "none"],
  [0, 2, "2 optional only"],
  [2, 0, "2"],
  [2, 1, "2 + 1 optional"],
])("%i_required_and_%i_optional_are_%j", (required, optional, words) => expect(coverageWords({ required, optional })).toBe(words));
