import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { CHANGES, forgetTyped } from "./forgetting";

let page: EventTarget;
const forget = vi.fn();
const change = (isComposing = false) => page.dispatchEvent(Object.assign(new Event("input"), { isComposing }));
beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  vi.stubGlobal("window", page);
  forget.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("forgets_again_after_so_many_changes_and_never_within_one", () => {
  const stop = forgetTyped(forget);
  for (let n = 1; n < CHANGES; n += 1) change();
  vi.runAllTimers();
  expect(forget).not.toHaveBeenCalled();
  change();
  expect(forget, "not before the change is done").not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(forget).toHaveBeenCalledTimes(1);
  for (let n = 0; n < CHANGES; n += 1) change();
  vi.runAllTimers();
  expect(forget).toHaveBeenCalledTimes(2);
  stop();
  for (let n = 0; n < CHANGES; n += 1) change();
  vi.runAllTimers();
  expect(forget).toHaveBeenCalledTimes(2);
});

it("waits_until_an_input_method_is_done", () => {
  const stop = forgetTyped(forget);
  for (let n = 0; n < 2 * CHANGES; n += 1) change(true);
  vi.runAllTimers();
  expect(forget).not.toHaveBeenCalled();
  change();
  vi.runAllTimers();
  expect(forget).toHaveBeenCalledTimes(1);
  stop();
});
