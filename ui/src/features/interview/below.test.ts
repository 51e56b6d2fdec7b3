import { describe, expect, it } from "vitest";
import { besideWords, stackedWords, under, type Under } from "./below";

const what = (some: Partial<Under>): Under => ({ probe: 0, "good signal": 0, "red flag": 0, rating: false, notes: false, ...some });

describe("what stands under the edge", () => {
  it("is counted by where a line ends, and one whose words are above it is not", () => {
    expect(under([100, 203, 205, 300], 200, 4)).toBe(2);
    expect(under([], 200, 4)).toBe(0);
  });

  it.each<[Partial<Under>, [string, string], string]>([
    [{}, ["", ""], ""],
    [{ "red flag": 1 }, ["", "1 red flag below"], "1 red flag below"],
    [{ probe: 1, "good signal": 6, "red flag": 3 }, ["1 probe, 6 good signals below", "3 red flags below"], "1 probe, 6 good signals, 3 red flags below"],
    [{ "red flag": 2, rating: true, notes: true }, ["", "2 red flags below"], "2 red flags, rating, notes below"],
  ])("of %j is told in the columns and in one", (some, beside, stacked) => {
    expect(besideWords(what(some))).toEqual(beside);
    expect(stackedWords(what(some))).toBe(stacked);
  });
});
