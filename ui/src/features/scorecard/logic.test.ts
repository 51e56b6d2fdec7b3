import { describe, expect, it } from "vitest";
import type { EntryKind, Interview, Rating } from "../../ipc/contract";
import { place, review, tally } from "./logic";

const question = (id: string) => ({ id }) as Interview["content"]["questions"][number];
function interview(rating: Rating | null, kinds: EntryKind[], ticks: number): Interview {
  return {
    content: { kit: { questions: [{ question_id: "b", required: true }, { question_id: "a", required: false }] }, questions: [question("a"), question("b")] },
    records: [{ question_id: "b", rating, spent_seconds: 0 }],
    entries: kinds.map((kind) => ({ question_id: "b", kind })),
    ticks: Array.from({ length: ticks }, () => ({ question_id: "b" })),
  } as unknown as Interview;
}

describe("the review before submitting", () => {
  it.each<[string, Rating | null, EntryKind[], number, string | null]>([
    ["unrated is named", null, ["note"], 0, "unrated"],
    ["a rating without anything behind it is named", 4, [], 0, "no_evidence"],
    ["a note is evidence", 4, ["note"], 0, null],
    ["a tick is evidence", 2, [], 1, null],
    ["a follow-up is not evidence", 2, ["follow_up"], 0, "no_evidence"],
    ["not asked needs none", "not_asked", [], 0, null],
    ["could not judge needs none", "could_not_judge", [], 0, null],
  ])("%s", (_, rating, kinds, ticks, missing) => expect(review(interview(rating, kinds, ticks))[0]?.missing).toBe(missing));

  it("keeps_the_order_of_the_kit_and_knows_what_is_optional", () => {
    expect(review(interview(null, [], 0)).map((l) => [l.number, l.question.id, l.required])).toEqual([[1, "b", true], [2, "a", false]]);
  });
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
  const lines = review(interview(null, [], 0)).map((line) => ({ ...line, question: { ...line.question, title: "Ten long files" } }));
  expect([place(lines, "a"), place(lines, null)]).toEqual(["question 2, Ten long files", "General"]);
});
