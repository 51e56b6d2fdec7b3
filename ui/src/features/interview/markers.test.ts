import { describe, expect, it } from "vitest";
import { closed, command, elsewhere, read } from "./markers";
import type { EntryKind } from "../../ipc/contract";

const counts = { indicator: 8, red_flag: 3 };
const said = (raw: string) => {
  const { kind, mark, text } = read(raw, counts);
  return [kind, mark && `${mark.target} ${mark.number}${mark.prompted ? " after a probe" : ""}`, text];
};

describe("the first characters of an entry", () => {
  it.each<[string, string | null, string | null, string]>([
    ["plain", null, null, "plain"],
    ["", null, null, ""],
    ['"we rolled back', "quote", null, "we rolled back"],
    ["“typographic", "quote", null, "typographic"],
    ["„deutsch", "quote", null, "deutsch"],
    ["«français", "quote", null, "français"],
    ["「日本語", "quote", null, "日本語"],
    ["＂全角", "quote", null, "全角"],
    ["+measured first", "good", null, "measured first"],
    ["＋測った", "good", null, "測った"],
    ["!no tests", "concern", null, "no tests"],
    ["！测试", "concern", null, "测试"],
    ["?who decided", "follow_up", null, "who decided"],
    ["？誰が", "follow_up", null, "誰が"],
    ["؟من", "follow_up", null, "من"],
    ["```x = 1", "code", null, "x = 1"],
    ["``x", null, null, "``x"],
    ["+2 wrote it", "good", "indicator 2", "wrote it"],
    ["+2 ", "good", "indicator 2", ""],
    ["+2", "good", null, "2"],
    ["+2? when asked", "good", "indicator 2 after a probe", "when asked"],
    ["＋２　書いた", "good", "indicator 2", "書いた"],
    ["+٢ كتب", "good", "indicator 2", "كتب"],
    ["+२ लिखा", "good", "indicator 2", "लिखा"],
    ["+８？　後で", "good", "indicator 8 after a probe", "後で"],
    ["+9 beyond the list", "good", null, "9 beyond the list"],
    ["+0 none", "good", null, "0 none"],
    ["+100 percent", "good", null, "100 percent"],
    ["+3 of 5 tests", "good", "indicator 3", "of 5 tests"],
    ["+3.5 seconds", "good", null, "3.5 seconds"],
    ["!1 blames", "concern", "red_flag 1", "blames"],
    ["!4 beyond", "concern", null, "4 beyond"],
    ["!1? a flag knows no probe", "concern", null, "1? a flag knows no probe"],
    ['"2 is no mark', "quote", null, "2 is no mark"],
    ["?2 nor here", "follow_up", null, "2 nor here"],
    [" +a space before", null, null, " +a space before"],
    ["1+1", null, null, "1+1"],
    ["¿quién?", null, null, "¿quién?"],
  ])("%j", (raw, kind, mark, text) => expect(said(raw)).toEqual([kind, mark, text]));

  it("is_taken_and_left_without_a_gap", () => {
    for (const raw of ["+2? x", "＋２　y", "“z", "plain", "```\ncode"]) {
      const { taken, text } = read(raw, counts);
      expect(taken + text).toBe(raw);
    }
  });
});

it.each<[string, number | null, string]>([
  [">7 said later", 7, "said later"],
  ["＞７　後で", 7, "後で"],
  [">16 last", 16, "last"],
  [">7 +2 and a mark", 7, "+2 and a mark"],
  [">17 no such question", null, ""],
  [">0 none", null, ""],
  [">7", null, ""],
  ["> 7 greater", null, ""],
  [">7am", null, ""],
  ["see >7 x", null, ""],
])("%j_goes_to_%j", (raw, to, text) => expect(elsewhere(raw, 16)).toEqual(to === null ? null : { number: to, text }));

it.each<[EntryKind, string, string]>([
  ["quote", 'we rolled back"', "we rolled back"],
  ["quote", "we rolled back”", "we rolled back"],
  ["quote", "wir haben “", "wir haben"],
  ["quote", "nous avons »", "nous avons"],
  ["quote", 'he said "ship it"', 'he said "ship it"'],
  ["quote", 'he said "ship it""', 'he said "ship it"'],
  ["quote", "no end", "no end"],
  ["note", 'a 5"', 'a 5"'],
  ["code", "x = 1\n```", "x = 1"],
  ["code", "x = 1", "x = 1"],
])("a_%s_%j_is_kept_as_%j", (kind, text, kept) => expect(closed(kind, text)).toBe(kept));

it.each<[string, string | null]>([
  ["/", ""],
  ["/n", "n"],
  ["／Not a", "not a"],
  ["・", ""],
  ["･re", "re"],
  ["・項目 二", "項目 二"],
  ["/etc/passwd", null],
  ["/7", null],
  ["and/or", null],
  ["", null],
])("%j_asks_for_the_command_%j", (text, wanted) => expect(command(text)).toBe(wanted));
