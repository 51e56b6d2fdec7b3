import { describe, expect, it } from "vitest";
import type { KitQuestion } from "../../ipc/contract";
import { added, begun, everyPlace, flat, joined, moved, restored, sectioned, titled, without, withPlace, type Section } from "./places";

const KIT: KitQuestion[] = [
  { question_id: "a", required: true, section: "Warm-up" },
  { question_id: "b", required: true, section: "Warm-up", minutes: 3 },
  { question_id: "c", required: false, section: "Craft" },
  { question_id: "d", required: true },
];
/** "Warm-up: a b | Craft: c | : d" */
const spell = (sections: Section[] | null | undefined) => (sections ?? []).map((s) => `${s.title}: ${s.places.map((p) => p.question_id).join(" ")}`).join(" | ");
const key = (sections: Section[], id: string) => everyPlace(sections).find((place) => place.question_id === id)?.key ?? 0;

describe("the order of a kit", () => {
  it("is_read_as_sections_and_written_as_it_was", () => {
    expect(spell(sectioned(KIT))).toBe("Warm-up: a b | Craft: c | : d");
    expect(flat(sectioned(KIT))).toEqual(KIT);
  });

  it.each<[string, -1 | 1, string]>([
    ["b", -1, "Warm-up: b a | Craft: c | : d"],
    ["a", 1, "Warm-up: b a | Craft: c | : d"],
    ["b", 1, "Warm-up: a | Craft: b c | : d"],
    ["c", -1, "Warm-up: a b c | : d"],
    ["c", 1, "Warm-up: a b | : c d"],
    ["a", -1, ""],
    ["d", 1, ""],
  ])("moves_%s_by_%i_and_never_loses_it", (id, by, after) => {
    const sections = sectioned(KIT);
    const before = structuredClone(sections);
    expect(spell(moved(sections, key(sections, id), by))).toBe(after);
    expect(sections, "the order before can be taken back").toEqual(before);
  });

  it("takes_one_out_with_its_section_if_that_is_then_empty", () => {
    const sections = sectioned(KIT);
    expect(spell(without(sections, key(sections, "c")))).toBe("Warm-up: a b | : d");
  });

  it("adds_at_the_end_of_the_last_section", () => {
    expect(spell(added(sectioned(KIT), "e"))).toBe("Warm-up: a b | Craft: c | : d e");
    expect(flat(added([], "e"))).toEqual([{ question_id: "e", required: true }]);
  });

  it("begins_a_section_at_a_question_and_joins_it_again", () => {
    const sections = sectioned(KIT);
    const split = begun(sections, key(sections, "b"));
    expect(spell(split?.sections)).toBe("Warm-up: a | : b | Craft: c | : d");
    expect(split?.section).toBe(split?.sections[1]?.key);
    expect(spell(joined(split?.sections ?? [], split?.section ?? 0))).toBe("Warm-up: a b | Craft: c | : d");
    expect(spell(begun(sections, key(sections, "c"))?.sections)).toBe("Warm-up: a b | Craft: c | : d");
    expect(spell(joined(sections, sections[0]?.key ?? 0))).toBe(": a b | Craft: c | : d");
  });

  it("keeps_what_was_typed_when_a_step_is_taken_back", () => {
    const before = sectioned(KIT);
    let now = without(before, key(before, "a"));
    now = titled(now, before[1]?.key ?? 0, "Craft and code");
    now = withPlace(now, key(before, "b"), { minutes: 7 });
    expect(flat(restored(before, now)).map((q) => [q.question_id, q.section, q.minutes])).toEqual([["a", "Warm-up", undefined], ["b", "Warm-up", 7], ["c", "Craft and code", undefined], ["d", undefined, undefined]]);
  });
});
