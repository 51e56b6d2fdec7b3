import { expect, it } from "vitest";
import { standing } from "./letters";

it("stands each letter at its place, and the same letter as often as it is there", () => {
  expect(standing(["m1 2l3 4z", "m0-5l6 0z"], [100, 200, 0, 300, -20, 1, 400, 200, 0])).toBe("M100 200m1 2l3 4zM300 -20m0-5l6 0zM400 200m1 2l3 4z");
  expect(standing([], [])).toBe("");
});
