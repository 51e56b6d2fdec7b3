import { describe, expect, it } from "vitest";
import { clock, count, longDay, moment, spell } from "./time";

const local = (h: number, m: number, s: number) => new Date(2026, 10, 22, h, m, s);

describe("times on screen", () => {
  it.each([
    [0, "00:00"],
    [59.9, "00:59"],
    [250, "04:10"],
    [3850, "1:04:10"],
    [-3, "00:00"],
  ])("spells_%s_seconds_as_%s", (seconds, text) => expect(spell(seconds)).toBe(text));

  it("writes_24_hours", () => {
    expect(clock(local(14, 2, 7))).toBe("14:02:07");
    expect(clock(local(0, 0, 0))).toBe("00:00:00");
    expect(clock("not a time")).toBe("");
  });

  it("says_today_and_leaves_out_the_year_when_it_is_this_one", () => {
    const now = local(20, 0, 0);
    expect(moment(local(14, 2, 7).toISOString(), now)).toBe("today 14:02");
    expect(moment(new Date(2026, 2, 3, 9, 5).toISOString(), now)).toBe("3 Mar 09:05");
    expect(moment(new Date(2025, 2, 3, 9, 5).toISOString(), now)).toBe("3 Mar 2025");
    expect(longDay(now)).toBe("Sunday 22 November");
  });

  it("counts_in_words", () => {
    expect([count(1, "entry", "entries"), count(3, "entry", "entries"), count(0, "question")]).toEqual(["1 entry", "3 entries", "0 questions"]);
  });
});
