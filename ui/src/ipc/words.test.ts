import { expect, it } from "vitest";
import { kitWords, ratingWords } from "./words";

it.each([
  [{ required: 8, optional: 2, planned_minutes: 48, slot_minutes: 60 }, "8 questions + 2 optional, 48 of 60 minutes planned"],
  [{ required: 1, optional: 0, planned_minutes: 5, slot_minutes: 15 }, "1 question, 5 of 15 minutes planned"],
])("a_kit_says_how_much_it_asks", (kit, words) => expect(kitWords(kit)).toBe(words));

it("a_rating_in_words", () => expect([ratingWords(4), ratingWords("not_asked"), ratingWords("could_not_judge")]).toEqual(["4 Above", "Not asked", "Could not judge"]));
