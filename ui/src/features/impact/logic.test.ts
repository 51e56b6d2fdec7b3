import { describe, expect, it } from "vitest";
import type { GroupImpact } from "../../ipc/contract";
import { chance, countOf, groupsOf, ratio, remarks, type Row } from "./logic";

const row = (key: number, name: string, applicants: string, selected: string): Row => ({ key, name, applicants, selected });
const one = (more: Partial<GroupImpact>): GroupImpact => ({ group: { name: "B", applicants: 10, selected: 3 }, rate: 0.3, ratio: 0.5, below: true, p: 0.2, small: false, one_person: false, ...more });

describe("the four-fifths check", () => {
  it.each([["12", 12], [" 1 200 ", 1200], ["0", 0], ["1000000", 1_000_000], ["1000001", null], ["", null], ["3.5", null], ["-1", null], ["1e3", null], ["١٢", null]])("takes_%j_for_%j", (text, known) => {
    expect(countOf(text)).toBe(known);
  });

  it("leaves_empty_rows_out_and_says_the_first_thing_wrong_in_each_other", () => {
    const { groups, wrong } = groupsOf([row(1, "A", "80", "48"), row(2, " ", "", ""), row(3, "", "4", "1"), row(4, "C", "x", "1"), row(5, "D", "4", ""), row(6, "E", "4", "5"), row(7, "F", "0", "0")]);
    expect(groups).toEqual([{ name: "A", applicants: 80, selected: 48 }]);
    expect(wrong.map(({ key, field }) => [key, field])).toEqual([[3, "name"], [4, "applicants"], [5, "selected"], [6, "selected"], [7, "applicants"]]);
  });

  it("never_writes_four_fifths_for_what_is_below_it", () => {
    expect(ratio(one({ ratio: 0.79996 }))).toBe("0.799");
    expect(ratio(one({ ratio: 0.5 }))).toBe("0.500");
    expect(ratio(one({ ratio: 0.80001, below: false }))).toBe("0.800");
    expect(ratio(one({ ratio: null, below: false }))).toBe("–");
  });

  it("writes_small_chances_as_such_and_says_what_small_numbers_mean", () => {
    expect([chance(0.0004), chance(0.001), chance(0.0344), chance(1)]).toEqual(["below 0.001", "0.001", "0.034", "1.000"]);
    expect(remarks(one({}))).toEqual([]);
    expect(remarks(one({ small: true, one_person: true }))).toHaveLength(2);
  });
});
