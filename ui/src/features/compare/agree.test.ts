import { expect, it } from "vitest";
import type { Coefficient, CompetencyAgreement, PanelView, Panels } from "../../ipc/contract";
import { coefficientWords, gapLines, iccNames, leftOutWords, share, silence } from "./agree";

const coefficient = (more: Partial<Coefficient>): Coefficient => ({ value: null, low: null, high: null, reason: null, ...more });
const competency = (units: number, pairs: boolean) => ({ competency_id: "craft", units, pairs: pairs ? { pairs: units, same: 0, within_one: 0 } : null }) as CompetencyAgreement;
const view = (...competencies: CompetencyAgreement[]) => ({ told: { competencies, gaps: [] }, given: [] }) as unknown as PanelView;

it("what_is_undefined_gives_its_reason_and_what_has_no_interval_too", () => {
  expect(coefficientWords(coefficient({ value: -0.125, low: -0.5, high: 0.25 }))).toBe("−0.13 (95 %: −0.50 to 0.25)");
  expect(coefficientWords(coefficient({ reason: "there is no variance" }))).toBe("undefined: there is no variance");
  expect(coefficientWords(coefficient({ value: 1, reason: "the draws are alike" }))).toBe("1.00; no interval: the draws are alike");
});

it("under_five_candidates_there_is_a_sentence_and_no_figure", () => {
  expect(silence("agreement", view(competency(0, false)))).toMatch(/^Nobody here was rated by a lead and a scribe/);
  expect(silence("agreement", view(competency(4, false), competency(0, false)))).toMatch(/^Fewer than five/);
  expect(silence("consistency", view(competency(0, false)))).toMatch(/separate interviews/);
  expect(silence("consistency", view(competency(5, true), competency(2, false)))).toBe("");
});

it("a_gap_says_who_gave_what_and_as_what", () => {
  const panels = { competencies: [{ id: "craft", name: "Craft" }] } as unknown as Panels;
  const of = { told: { gaps: [{ low: 2, high: 4.5 }] }, given: [{ competency_id: "craft", candidate_id: "c", given: [{ interviewer: "山田", part: "scribe", mean: 2 }, { interviewer: "Ida", part: null, mean: 4.5 }] }] } as unknown as PanelView;
  expect(gapLines(panels, of)).toEqual([{ candidate: "c", competency: "Craft", gap: 2.5, given: [{ who: "山田", mean: 2, words: "2.00, scribe" }, { who: "Ida", mean: 4.5, words: "4.50" }] }]);
});

it("a_share_says_what_it_is_a_share_of_and_the_correlations_for_which_panel_they_are", () => {
  expect([share(3, 4), share(0, 0)]).toEqual(["75 % (3 of 4)", "–"]);
  expect(iccNames({ panel: "same" } as never)).toEqual(["ICC(2,1)", "ICC(2,k)"]);
  expect(iccNames({ panel: "rotating" } as never)).toEqual(["ICC(1,1)", "ICC(1,k)"]);
});

it("what_is_hidden_and_what_was_not_independent_is_said", () => {
  const words = (hidden: number, late: number) => leftOutWords({ hidden, after_seeing_others: late } as Panels);
  expect(words(0, 0)).toEqual([]);
  expect(words(2, 1)[0]).toBe("2 candidates are left out until your own scorecard is submitted.");
  expect(words(2, 1)[1]).toMatch(/^1 scorecard was submitted after another’s/);
});
