import { describe, expect, it } from "vitest";
import { clock, count, isoDay, localMoment, longDay, moment, spell } from "./time";

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

  it.each([
    ["2026-11-24", "14:05", new Date(2026, 10, 24, 14, 5)],
    [" 2026-1-4 ", "9.30", new Date(2026, 0, 4, 9, 30)],
    ["2026-02-31", "10:00", null],
    ["2026-11-24", "25:00", null],
    ["2026-11-24", "14", null],
    ["24.11.2026", "14:00", null],
    ["", "", null],
  ])("reads_the_local_moment_%s_%s", (day, time, wanted) => expect(localMoment(day, time)).toEqual(wanted));

  it("writes_a_day_as_it_reads_it", () => {
    expect(isoDay(local(9, 0, 0))).toBe("2026-11-22");
    expect(localMoment(isoDay(local(9, 0, 0)), "09:00")).toEqual(local(9, 0, 0));
  });

  it("counts_in_words", () => {
    expect([count(1, "entry", "entries"), count(3, "entry", "entries"), count(0, "question")]).toEqual(["1 entry", "3 entries", "0 questions"]);
  });
});
