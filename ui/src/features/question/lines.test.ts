import { expect, test } from "vitest";
import { inserted, line, linesOf, moved, pasted, removed, textsOf } from "./lines";

const of = (...texts: string[]) => linesOf(texts);

test("a list that is being written has always a line to write in, and empty lines are not part of it", () => {
  expect(textsOf(linesOf([]))).toEqual([]);
  expect(linesOf([])).toHaveLength(1);
  expect(removed(of("a"), 0).map((one) => one.text)).toEqual([""]);
  expect(textsOf(inserted(of("a", "c"), 1, [line("b"), line(" ")]))).toEqual(["a", "b", "c"]);
});

test("a line that moves keeps its key, and the ends hold it", () => {
  const lines = of("a", "b", "c");
  const down = moved(lines, 0, 1);
  expect(textsOf(down)).toEqual(["b", "a", "c"]);
  expect(down[1]?.key).toBe(lines[0]?.key);
  expect(moved(lines, 0, -1)).toBe(lines);
  expect(moved(lines, 2, 1)).toBe(lines);
});

test("several pasted lines lose their bullets and numbers, a single one stays as it is", () => {
  expect(pasted("- one\r\n* two\n\n 3. three\n")).toEqual(["one", "two", "three"]);
  expect(pasted("2.5 GHz\n-5 °C")).toEqual(["2.5 GHz", "-5 °C"]);
  expect(pasted("- only one")).toBeNull();
});
