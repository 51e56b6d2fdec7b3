import { expect, it } from "vitest";
import { lastThatFill, Rows } from "./shown";

const short = Array.from({ length: 40 }, (_, i) => `Note ${i}`);

it("as_many_notes_are_made_as_fill_the_list", () => {
  expect(lastThatFill(short, { inline: 25, block: 10 })).toBe(6);
  expect(lastThatFill(short.slice(0, 3), { inline: 25, block: 10 })).toBe(3);
  expect(lastThatFill([], { inline: 25, block: 10 })).toBe(0);
});

it("long_notes_fill_it_with_fewer", () => {
  const long = short.map((text) => text + " and what else was said about it, at some length".repeat(3));
  expect(lastThatFill(long, { inline: 25, block: 10 })).toBe(2);
});

it("a_list_without_width_still_ends", () => {
  expect(lastThatFill(short, { inline: 0, block: 10 })).toBeGreaterThan(0);
});

it("a_note_keeps_its_row_while_its_place_is_on_screen", () => {
  const rows = new Rows();
  const here = (ids: string[]) => ids.map((id) => rows.of("one", id));
  expect(here(["c", "d"])).toEqual([0, 1]);
  expect(here(["c", "d", "e"])).toEqual([0, 1, 2]);
  expect(here(["a", "b", "c", "d", "e"])).toEqual([3, 4, 0, 1, 2]);
  expect(here(["a", "c", "e"])).toEqual([3, 0, 2]);
});

it("the_next_place_takes_the_same_rows", () => {
  const rows = new Rows();
  expect(["a", "b"].map((id) => rows.of("one", id))).toEqual([0, 1]);
  expect(["x", "y", "z"].map((id) => rows.of("two", id))).toEqual([0, 1, 2]);
  expect(["a", "b"].map((id) => rows.of("one", id))).toEqual([0, 1]);
});
