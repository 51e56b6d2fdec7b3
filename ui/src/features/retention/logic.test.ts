import { expect, test } from "vitest";
import { blank, ruleOf, typedOf } from "./logic";

const rule = { id: "uk_eu", title: "Ours", months: 6, hired_months: 24, source: "Policy", read_on: "2026-11-26" };

test("a rule comes out of its form as it went in", () => {
  expect(ruleOf(typedOf(rule))).toEqual({ rule });
  expect(ruleOf({ ...typedOf(rule), hired: " " })).toEqual({ rule: { ...rule, hired_months: null } });
});

test("what is wrong is said beside its field, all of it at once", () => {
  expect(ruleOf(blank("2026-11-26"))).toEqual({ wrong: { title: expect.stringContaining("for whom"), months: expect.stringContaining("1 to 600"), source: expect.stringContaining("where it is written") } });
  for (const months of ["0", "601", "6.5", "six", "-1", "1e2"]) expect(ruleOf({ ...typedOf(rule), months }), months).toHaveProperty("wrong.months");
  expect(ruleOf({ ...typedOf(rule), hired: "0" })).toHaveProperty("wrong.hired");
  for (const read_on of ["", "26.11.2026", "2026-02-30", "2026-1-1"]) expect(ruleOf({ ...typedOf(rule), read_on }), read_on).toHaveProperty("wrong.read_on");
});
