import { expect, it } from "vitest";
import { blankCompetency, blankRole, moved, usualWeight, wanting, weightWords } from "./role";

const weights = (...all: number[]) => all.map((weight) => ({ weight }));

it.each<[number[], number]>([
  [[1, 1, 1, 1, 1], 1],
  [[2, 2, 2, 2, 2], 2],
  [[1, 1, 1, 1, 3], 1],
  [[3, 3, 3, 1, 1], 3],
  [[2, 2, 4, 4, 1], 2],
])("of %j the usual weight is %i", (all, usual) => expect(usualWeight(weights(...all))).toBe(usual));

it("says_at_each_field_what_a_role_still_wants", () => {
  const role = blankRole();
  expect(wanting(role)?.title).toMatch(/title/);
  expect(wanting(role)?.competencies.every((one) => one.name && one.definition && !one.reason)).toBe(true);
  role.title = "Engineer";
  role.competencies.forEach((one, i) => Object.assign(one, { name: `C${i}`, definition: "Does it." }));
  expect(wanting(role)).toBeNull();
  Object.assign(role.competencies[4] ?? {}, { weight: 2, weight_reason: " " });
  expect(wanting(role)?.competencies.map((one) => one.reason !== undefined)).toEqual([false, false, false, false, true]);
  Object.assign(role.competencies[4] ?? {}, { weight_reason: "Most of the job." });
  expect(wanting(role)).toBeNull();
  role.competencies.pop();
  expect(wanting(role)?.count).toMatch(/4 competencies/);
});

it("weights_move_when_one_changes_comes_or_goes_and_not_with_words_or_order", () => {
  const role = { competencies: ["a", "b", "c"].map((id) => ({ ...blankCompetency(), id })) };
  const other = structuredClone(role);
  other.competencies.reverse().forEach((one) => (one.name = "Other words"));
  expect(moved(role, other)).toBe(false);
  other.competencies[1] = blankCompetency(2);
  expect(moved(role, other)).toBe(true);
  expect(moved(role, { competencies: role.competencies.slice(1) })).toBe(true);
  expect(moved(role, { competencies: [...role.competencies, blankCompetency()] })).toBe(true);
  expect([{ before: 1, after: 3 }, { before: null, after: 2 }, { before: 1, after: null }].map(weightWords)).toEqual(["1 → 3", "new, 2", "taken out"]);
});
