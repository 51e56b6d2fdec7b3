import { expect, it } from "vitest";
import { offers, slashes } from "./slash";

const words = (wanted: string, ...given: Parameters<typeof offers>) => slashes(wanted, offers(...given)).map((slash) => slash.words);

it("offers_everything_that_can_be_said_of_the_question", () => {
  expect(words("", 2, null)).toEqual(["Not asked", "Could not judge", "Could not judge, interrupted", "Could not judge, out of time", "Could not judge, misunderstood", "Probe 1 asked", "Probe 2 asked", "Unplanned probe asked", "Reworded", "Drop this question"]);
  expect(words("un", 2, null)).toEqual(["Unplanned probe asked"]);
  expect(words("probe 2", 2, null)).toEqual(["Probe 2 asked"]);
  expect(words("out", 0, null)).toEqual(["Could not judge, out of time"]);
  expect(words("d", 0, null)).toEqual(["Drop this question"]);
});

it("takes_back_what_was_said_instead_of_saying_it_twice", () => {
  expect(slashes("not r", offers(0, { kind: "reworded", reason: "" }))).toEqual([{ words: "Not reworded after all", does: { do: "deviate", kind: null } }]);
  expect(words("rew", 0, { kind: "reworded", reason: "" })).toEqual(["Not reworded after all", "Why reworded"]);
  expect(words("drop", 0, { kind: "reworded", reason: "" })).toEqual(["Drop this question"]);
});

it("leads_to_the_reason_of_what_was_said", () => {
  expect(words("why", 0, { kind: "skipped", reason: "" })).toEqual(["Why dropped"]);
  expect(words("why", 0, null)).toEqual([]);
});
