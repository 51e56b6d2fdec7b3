import { expect, it } from "vitest";
import { closenessWords, passages, signed, verdict } from "./logic";

it("probes_stand_apart_from_what_was_said", () => {
  expect(passages("It is a lock.\nOne thread.\n\n[Probe: And then?]\n\nNothing.\n")).toEqual([
    { probe: false, text: "It is a lock.\nOne thread." },
    { probe: true, text: "And then?" },
    { probe: false, text: "Nothing." },
  ]);
  expect(passages("rows = [[1], [2]] is a list.")).toEqual([{ probe: false, text: "rows = [[1], [2]] is a list." }]);
});

it("the_feedback_says_how_far_and_in_which_direction", () => {
  const key = (given: number, agreed: number) => verdict({ given, key: agreed } as never);
  expect(key(3, 3)).toBe("The key is 3 Meets too.");
  expect(key(4, 3)).toBe("You gave 4 Above; the key is 3 Meets. That is 1 level higher.");
  expect(key(1, 4)).toBe("You gave 1 Well below; the key is 4 Above. That is 3 levels lower.");
});

it("drift_has_a_sign_and_none_at_zero", () => {
  expect([0.5, -1 / 3, 0, 0.004, -0.004].map(signed)).toEqual(["+0.50", "−0.33", "0.00", "0.00", "0.00"]);
  expect(closenessWords({ answers: 1, same: 1, within_one: 1, mean: 0 })).toBe("1 answer rated: 1 as the key, 1 within one level, neither higher nor lower on the whole.");
  expect(closenessWords({ answers: 3, same: 1, within_one: 2, mean: -0.5 })).toBe("3 answers rated: 1 as the key, 2 within one level, −0.50 levels on the whole.");
});
