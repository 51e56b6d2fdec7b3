import { expect, it, vi } from "vitest";
import type { Interview, Review } from "../../ipc/contract";
import { WriteUp } from "./state.svelte";

vi.mock("#transport", () => ({ transport: { call: () => Promise.resolve({}) } }));

const review = (missing: string[]) => ({ missing, scorecard: { recommendation: null, reason: "", reasons_for: [], reasons_against: [], own_ratings: [] } }) as unknown as Review;

it("reviews_one_after_another_so_that_none_answers_with_what_was_before", async () => {
  const interview = { id: "i" } as Interview;
  let running = 0;
  const answers = [["reason"], []];
  const draft = new WriteUp(interview, review(["recommendation", "reason"]), async () => {
    expect(++running, "one at a time").toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running -= 1;
    return { interview, review: review(answers.shift() ?? ["too many"]) };
  });
  const [first, second] = await Promise.all([draft.refresh(), draft.refresh()]);
  expect([first.missing, second.missing, draft.review.missing]).toEqual([["reason"], [], []]);
});
