import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { PACE, Pace } from "./pace";

describe("doing again what follows a change", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("is at once after a rest, and then waits", () => {
    const done: string[] = [];
    const pace = new Pace(() => Date.now());
    pace.next(() => done.push("first"));
    vi.advanceTimersByTime(0);
    expect(done).toEqual(["first"]);
    pace.next(() => done.push("second"));
    vi.advanceTimersByTime(PACE - 1);
    expect(done).toEqual(["first"]);
    vi.advanceTimersByTime(1);
    expect(done).toEqual(["first", "second"]);
    vi.advanceTimersByTime(PACE);
    pace.next(() => done.push("third"));
    vi.advanceTimersByTime(0);
    expect(done).toEqual(["first", "second", "third"]);
  });

  it("is never put off by what comes while it waits, and does the newest", () => {
    const done: number[] = [];
    const pace = new Pace(() => Date.now());
    let cancel = () => {};
    for (let letter = 0; letter < 20; letter++) {
      cancel();
      cancel = pace.next(() => done.push(letter));
      vi.advanceTimersByTime(50);
    }
    vi.advanceTimersByTime(PACE);
    expect(done).toEqual([0, 4, 9, 14, 19]);
  });
});
