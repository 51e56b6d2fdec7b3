import { describe, expect, it } from "vitest";
import { keptSize, nextSize } from "./textsize";

describe("the size of text", () => {
  it.each<[number, 1 | -1 | 0, number]>([
    [100, 1, 110],
    [100, -1, 90],
    [200, 1, 200],
    [80, -1, 80],
    [150, 0, 100],
    [115, 1, 150],
  ])("from_%i_by_%i_is_%i", (now, by, next) => expect(nextSize(now, by)).toBe(next));

  it.each<[string | null, number]>([
    ["125", 125],
    ["5000", 100],
    ["", 100],
    [null, 100],
    ["x", 100],
  ])("kept_as_%j_is_%i", (kept, size) => expect(keptSize({ getItem: () => kept })).toBe(size));

  it("is_the_usual_one_where_nothing_can_be_read", () => {
    const off = { getItem: () => { throw new Error("off"); } };
    expect([keptSize(off), keptSize(undefined)]).toEqual([100, 100]);
  });
});
