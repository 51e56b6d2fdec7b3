import { describe, expect, it } from "vitest";
import type { DebriefRow, DecisionVersion, Standing } from "../../ipc/contract";
import { again, blank, byGap, coverage, far, gapWords, isBlank, lacks, tieWords } from "./logic";

const row = (name: string, gap: number | null, rated = 2): DebriefRow => ({
  competency: { id: name, name, definition: "", weight: 1 },
  figure: { competency_id: name, mean: 3, scorecards_rated: rated, scorecards_asked: 2, questions_rated: 3, questions: 4 },
  falls_short: false,
  raters: [],
  gap,
  own: [],
});

describe("the debrief", () => {
  it("puts the largest gap first and keeps the role's order among the rest", () => {
    expect(byGap([row("a", null), row("b", 0.5), row("c", 2), row("d", 0.5), row("e", null)]).map((r) => r.competency.id)).toEqual(["c", "b", "d", "a", "e"]);
  });
  it.each([
    [row("a", 2), "2.00 levels apart", true],
    [row("a", 1), "1.00 level apart", false],
    [row("a", 0), "all the same", false],
    [row("a", null, 1), "one rating", false],
    [row("a", null, 0), "not rated", false],
  ])("says how far raters lie apart", (of, words, much) => {
    expect([gapWords(of), far(of)]).toEqual([words, much]);
  });
  it("says how much the composite rests on", () => {
    expect(coverage({ value: 3, competencies_rated: 2, competencies: 3, weight_rated: 3, weight: 4 })).toBe("2 of 3 competencies rated, 75 % of the weight");
  });
  it("does not call an order firm whose error is not known", () => {
    const standing: Standing = { of: 2, compared: 3, error: null, tied: null, compared_on: [] };
    expect(tieWords(standing)).toContain("not known");
    expect(tieWords({ ...standing, tied: [] })).toContain("Nobody else");
  });
});

describe("a decision", () => {
  it("lacks what the core would refuse it for", () => {
    expect(Object.values(lacks(blank(), true)).filter(Boolean)).toHaveLength(3);
    const whole = { ...blank(), outcome: "hire" as const, reason: "Led it.", formula: "with" as const };
    expect(Object.values(lacks(whole, true)).filter(Boolean)).toEqual([]);
    expect(lacks({ ...whole, formula: null }, false).formula).toBe("");
    expect(lacks({ ...whole, dissent: [{ name: "Jan", words: " " }] }, true).dissent).not.toBe("");
  });
  it("is changed from what it was, but for its reason", () => {
    const last = { number: 1, composite: null, decision: { outcome: "hold", level: "mid", role: "", reason: "Wait.", formula: "with", dissent: [{ name: "太郎", words: "No." }] } } as unknown as DecisionVersion;
    const draft = again(last);
    expect(draft).toEqual({ outcome: "hold", level: "mid", role: "", reason: "", formula: null, dissent: [{ name: "太郎", words: "No." }] });
    expect([isBlank(draft), isBlank(blank())]).toEqual([false, true]);
  });
});
