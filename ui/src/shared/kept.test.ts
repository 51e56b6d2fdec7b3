import { expect, test } from "vitest";
import { counted, period } from "./kept";

const kept = { hired: false, months: 12, from: "2026-11-22", start: "record", held_days: 0 } as const;

test("months are said as the core says them", () => {
  expect([1, 6, 12, 18, 24, 48].map(period)).toEqual(["1 month", "6 months", "1 year", "18 months", "2 years", "4 years"]);
});

test("why it is kept so long is said with the day that the clock started, which is a date and no moment", () => {
  expect(counted(kept)).toBe("1 year from 22 Nov 2026, the last record");
  expect(counted({ ...kept, hired: true, months: 24, start: "decision", held_days: 1 })).toBe("2 years for who was hired, from 22 Nov 2026, the decision; 1 day of legal hold added");
});
