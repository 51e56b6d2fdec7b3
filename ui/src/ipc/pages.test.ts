import { expect, it } from "vitest";
import { Pages } from "./pages.svelte";

type Page = { rows: number[]; next: number | null };
const page = (from: number): Page => ({ rows: [from, from + 1], next: from + 2 });
const rows = (list: Pages<Page>) => list.pages?.flatMap((one) => one.rows);

it("adds_what_follows_and_begins_anew_when_it_is_read_again", async () => {
  const list = new Pages<Page>(async (last) => page(last?.next ?? 0), false);
  expect(list.pages).toBe(null);
  await list.again();
  expect(await list.further()).toEqual(page(2));
  expect(rows(list)).toEqual([0, 1, 2, 3]);
  await list.again();
  expect(rows(list)).toEqual([0, 1]);
});

it("keeps_what_is_on_screen_when_the_next_page_cannot_be_read", async () => {
  let broken = false;
  const list = new Pages<Page>((last) => (broken ? Promise.reject({ code: "storage", message: "no" }) : Promise.resolve(page(last?.next ?? 0))), false);
  await list.again();
  broken = true;
  expect(await list.further()).toBe(null);
  expect([rows(list), list.failure?.message]).toEqual([[0, 1], "no"]);
  broken = false;
  await list.further();
  expect([rows(list), list.failure]).toEqual([[0, 1, 2, 3], null]);
});

it("never_lets_a_slow_older_answer_win", async () => {
  const waiting: ((from: number) => void)[] = [];
  const list = new Pages<Page>(() => new Promise((resolve) => waiting.push((from) => resolve(page(from)))), false);
  const [first, second] = [list.again(), list.again()];
  waiting[1]?.(10);
  await second;
  waiting[0]?.(0);
  await first;
  expect(rows(list)).toEqual([10, 11]);
});
