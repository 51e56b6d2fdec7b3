import { describe, expect, it } from "vitest";
import type { CompareCandidate, CompareTable } from "../../ipc/contract";
import { cautions, columns, compositeWords, figure, filling, FIRST, grown, leftOut, percent, type Row, shuffled, whole } from "./grid";
import { pasted, unnamed, written } from "./out";

const candidate = (id: string, compared: number | null, more: Partial<CompareCandidate> = {}) => ({ id, name: `Name of ${id}`, letter: id.toUpperCase(), compared, submitted: 2, hidden: false, composite: null, error: null, groups: [], opinions: [], red_flags: 0, ...more }) as unknown as CompareCandidate;
const cell = (mean: number | null) => ({ mean, dots: mean === null ? [] : [{ value: mean, who: "Ida", words: String(mean) }], covered: "", far: false, short: false, quote: null, counts: [1, 1, 2, 3] as [number, number, number, number] });
const table = { candidates: [candidate("a", 3.5), candidate("b", null), candidate("c", 4.25)] } as unknown as CompareTable;
const rows: Row[] = [{ id: "craft", name: "Craft", competency: "craft", question: "", left: "", differs: true, cells: [cell(2), cell(5), cell(null)] }];
const ids = (options: Partial<Parameters<typeof columns>[2]>) => columns(table, rows, { seed: 0, sort: "", up: false, pin: "", ...options }).map((c) => c.candidate.id).join("");

describe("the order of columns", () => {
  it("is_the_same_for_a_seed_and_has_everyone_once", () => {
    for (const places of [0, 1, 2, 12, 50]) {
      for (const seed of [1, 7, 4821, 9999]) {
        const order = shuffled(places, seed);
        expect(order).toEqual(shuffled(places, seed));
        expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: places }, (_, at) => at));
      }
    }
    expect(shuffled(12, 1)).not.toEqual(shuffled(12, 2));
    expect(shuffled(4, 0)).toEqual([0, 1, 2, 3]);
  });
  it("puts_each_candidate_first_about_as_often", () => {
    const first = [0, 0, 0, 0];
    for (let seed = 1; seed <= 4000; seed++) first[shuffled(4, seed)[0]!]!++;
    for (const times of first) expect(Math.abs(times - 1000)).toBeLessThan(120);
  });
  it("follows_a_row_with_what_has_no_figure_last_and_the_pinned_one_first", () => {
    expect(ids({ sort: "craft" })).toBe("bac");
    expect(ids({ sort: "craft", up: true })).toBe("abc");
    expect(ids({ sort: "composite" })).toBe("cab");
    expect(ids({ sort: "composite", pin: "b" })).toBe("bca");
    expect(ids({ sort: "gone" })).toBe("abc");
  });
  it("keeps_the_letter_that_the_core_gave_however_the_columns_stand", () => {
    for (const options of [{ seed: 5 }, { seed: 4821 }, { sort: "composite" }, { pin: "b" }]) {
      const all = columns(table, rows, { seed: 0, sort: "", up: false, pin: "", ...options });
      expect(all.map((c) => c.candidate.letter)).toEqual(all.map((c) => c.candidate.id.toUpperCase()));
    }
  });
});

describe("what is taken elsewhere", () => {
  const all = columns(table, rows, { seed: 0, sort: "", up: false, pin: "" });
  const names = (c: (typeof all)[number]) => c.candidate.name;
  it("no_spreadsheet_takes_a_name_for_a_formula", () => {
    for (const [value, safe] of [["=1+1", "'=1+1"], ["+1", "'+1"], ["-1", "'-1"], ["@x", "'@x"], ["'=x", "''=x"], ["a=b", "a=b"], ["a\nb\tc", "a b c"]]) {
      expect(pasted(value!)).toBe(safe);
    }
  });
  it("says_the_names_that_are_on_screen_and_no_others", () => {
    expect(written(rows, all, (c) => c.candidate.letter, [], false)).not.toContain("Name of");
    expect(written(rows, all, names, [], true)).toContain("Name of a");
  });
  it("tells_what_was_amended_and_no_interviewer_where_names_are_hidden", () => {
    const opinions = [{ interviewer: "Ida", recommendation: "yes" as const, amended: "no" as const }, { interviewer: "Ola", recommendation: "no" as const, amended: null }];
    const told = columns({ ...table, candidates: [candidate("a", 3.5, { opinions, red_flags: 2 })] } as unknown as CompareTable, rows, { seed: 0, sort: "", up: false, pin: "" });
    expect(written(rows, told, names, [], true)).toContain("\nRed flags seen\t2\nRecommendation\tYes (Ida, later: No); No (Ola)\n");
    expect(written(rows, told, names, [], false)).toContain("\nRecommendation\tYes (later: No); No\n");
  });
  it("hides_whom_the_reader_owes_a_scorecard", () => {
    const caution = { candidate_id: "a", fact: { until_round: "Olga" }, words: "ratings are hidden until you submit your scorecard on Olga." };
    expect(unnamed(caution).words).not.toContain("Olga");
    expect(unnamed({ ...caution, fact: "until_own", words: "ratings are hidden." }).words).toBe("ratings are hidden.");
  });
  it("has_the_means_of_the_screen", () => {
    const text = written(rows, all, names, ["Be careful"], true);
    expect(text).toMatch(/^Be careful\n\n\tName of a\tName of b/);
    expect(text).toContain("Craft\t2.00 (2)\t5.00 (5)\tnot assessed\n");
  });
});

it("a_composite_says_what_it_rests_on", () => {
  const composite = { value: 3.75, competencies_rated: 4, competencies: 5, weight_rated: 4, weight: 6 };
  expect(compositeWords(candidate("a", 3.5, { composite, error: null, groups: [1, 2] }))).toEqual(["4 of 5 rated", "67 % of weight", "error not known", "3.75 over all rated", "tie groups 1, 2"]);
  expect(compositeWords(candidate("a", 3.75, { composite, error: 0.5 }))).toEqual(["4 of 5 rated", "67 % of weight", "error 0.50"]);
  expect(compositeWords(candidate("a", null))).toEqual([]);
  expect([0, 0.001, 0.5, 1].map(percent)).toEqual(["0 %", "< 1 %", "50 %", "100 %"]);
});

it("a_caution_tells_no_name_that_is_hidden", () => {
  const told = { ...table, cautions: [{ candidate_id: null, words: "Everyone was asked something else." }, { candidate_id: "a", words: "no interview yet." }] } as unknown as CompareTable;
  expect(cautions(told, (id) => id.toUpperCase())).toEqual([{ name: "", rest: "Everyone was asked something else." }, { name: "A", rest: ": no interview yet." }]);
});

it("a_half_is_printed_as_on_paper", () => {
  for (const [value, text] of [[3.625, "3.63"], [3.375, "3.38"], [1.125, "1.13"], [4.875, "4.88"], [2.675, "2.67"], [1.005, "1.00"], [10 / 3, "3.33"], [null, "–"]] as const) expect(figure(value)).toBe(text);
});

it("what_no_kit_asks_about_is_told_apart_from_what_was_rated_too_little", () => {
  const out = (name: string, why: string) => ({ competency_id: name, name, why, lacks: [] });
  const told = { ...table, order: { comparable: { left_out: [out("nobody", "not_asked"), out("thin", "too_little"), out("gone", "not_in_role")] } } } as unknown as CompareTable;
  const { unasked, others } = leftOut(told);
  expect([unasked, others].map((outs) => outs.map((one) => one.name))).toEqual([["nobody"], ["thin", "gone"]]);
});

describe("a large table", () => {
  it("opens_with_what_fills_the_window", () => {
    expect(filling({ inline: 80, block: 51.25 })).toEqual({ rows: 13, columns: 8 });
    expect(filling({ inline: 200, block: 120 })).toEqual(FIRST);
    expect(filling({ inline: 20, block: 10 })).toEqual({ rows: 1, columns: 1 });
  });
  it.each([[100, 24], [8, 50], [16, 12], [1, 1], [0, 5], [1000, 2]])("of %i rows and %i columns is made piece by piece, each soon done", (rows, columns) => {
    const all = { rows, columns };
    let made = filling({ inline: 80, block: 51.25 });
    for (let pieces = 0; !whole(made, all); pieces++) {
      const next = grown(made, all);
      const cells = ({ rows, columns }: typeof all) => Math.min(rows, all.rows) * Math.min(columns, all.columns);
      expect(cells(next)).toBeGreaterThan(cells(made));
      expect(cells(next) - cells(made)).toBeLessThanOrEqual(240);
      expect(pieces).toBeLessThan(50);
      made = next;
    }
    expect(grown(made, all)).toEqual(all);
  });
});
