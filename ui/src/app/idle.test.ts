import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { whenIdle } from "./idle";

let page: EventTarget;
beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  vi.stubGlobal("window", page);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("locks_after_the_minutes_without_a_sign_and_not_before", () => {
  const idle = vi.fn();
  const stop = whenIdle(() => 10, idle);
  vi.advanceTimersByTime(9 * 60_000);
  page.dispatchEvent(new Event("keydown"));
  vi.advanceTimersByTime(9 * 60_000);
  expect(idle).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000 + 5_000);
  expect(idle).toHaveBeenCalled();
  stop();
});

it("never_locks_where_it_is_told_not_to", () => {
  const idle = vi.fn();
  const stop = whenIdle(() => 0, idle);
  vi.advanceTimersByTime(24 * 3_600_000);
  expect(idle).not.toHaveBeenCalled();
  stop();
});
