import { expect, it } from "vitest";
import { closenessWords, habitWords, passages, signed, verdict } from "./logic";

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

it("a_difference_whose_interval_has_zero_in_it_is_called_none", () => {
  const told = (mean: number, low: number, high: number) => habitWords({ candidates: 12, difference: { mean, low, high } });
  expect(told(0.5, 0.25, 0.75)).toContain("higher than theirs: +0.50 levels (95 % interval +0.25 to +0.75)");
  expect(told(-0.5, -0.75, -0.25)).toContain("lower than theirs");
  expect(told(0.25, -0.25, 0.75)).toContain("not told apart from theirs");
  expect(habitWords({ candidates: 9, difference: null })).toMatch(/^You and others rated 9 candidates in common\. From 10 on/);
});
