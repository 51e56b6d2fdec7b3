import { describe, expect, it } from "vitest";
import { caller, found, isolate } from "./names";

describe("a name in a sentence", () => {
  it("is_isolated_in_an_attribute", () => expect(`4 Above, ${isolate("דוד")}`).toBe("4 Above, \u2068דוד\u2069"));
});

it("under_the_field_that_finds_people_stands_how_many_are_shown_and_whether_there_are_more", () => {
  const cards = [1, 2];
  expect(found({ cards: null, next: null, text: "" })).toBe("");
  expect(found({ cards, next: null, text: "" })).toBe("2 in all");
  expect(found({ cards, next: null, text: "an" })).toBe("2 found");
  expect(found({ cards, next: 7, text: "an" })).toBe("The 2 added last, and more");
  expect(found({ cards: [], next: null, text: "an" })).toBe("Nobody of that name");
});

it("two_of_one_name_are_told_apart_in_a_list", () => {
  const people = [
    { name: "Ana Li", added_at: "2019-03-01T12:00:00Z" },
    { name: "Bo", added_at: "2019-03-01T12:00:00Z" },
    { name: "ana  li", added_at: "2020-04-02T12:00:00Z" },
  ];
  expect(people.map(caller(people))).toEqual(["\u2068Ana Li\u2069 · added 1 Mar 2019", "Bo", "\u2068ana  li\u2069 · added 2 Apr 2020"]);
});
