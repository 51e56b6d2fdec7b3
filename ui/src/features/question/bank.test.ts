import { beforeEach, expect, it, vi } from "vitest";

const waiting: { name: string; request: { text?: string; offset?: number }; answer: (with_: unknown) => void }[] = [];
vi.mock("../../ipc/call", () => ({ call: (name: string, request: { text?: string }) => new Promise((answer) => waiting.push({ name, request, answer })) }));
const { Bank } = await import("./bank.svelte");

const cards = (...ids: string[]) => ids.map((id) => ({ id }));
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
beforeEach(() => void (waiting.length = 0));

it("a_slow_older_answer_never_stands_under_newer_words", async () => {
  const bank = new Bank(new URLSearchParams("q=g"));
  void bank.search(false);
  bank.text = "gil";
  void bank.search(false);
  waiting[1]?.answer({ questions: cards("new"), total: 1 });
  await settle();
  waiting[0]?.answer({ questions: cards("old", "older"), total: 2 });
  await settle();
  expect([bank.cards.map((card) => card.id), bank.total, bank.found?.text]).toEqual([["new"], 1, "gil"]);
});

it("the_next_page_goes_below_and_is_asked_for_once", async () => {
  const bank = new Bank(new URLSearchParams());
  void bank.search(false);
  waiting[0]?.answer({ questions: cards("a", "b"), total: 4 });
  await settle();
  void bank.more();
  void bank.more();
  expect(waiting.slice(1).map(({ request }) => request.offset)).toEqual([2]);
  waiting[1]?.answer({ questions: cards("b", "c"), total: 4 }); // one was added meanwhile, so that b came again
  await settle();
  expect(bank.cards.map((card) => card.id)).toEqual(["a", "b", "c"]);
});

it("a_page_of_an_older_search_is_not_put_below_a_newer_one", async () => {
  const bank = new Bank(new URLSearchParams());
  void bank.search(false);
  waiting[0]?.answer({ questions: cards("a"), total: 2 });
  await settle();
  void bank.more();
  bank.text = "x";
  void bank.search(false);
  waiting[2]?.answer({ questions: cards("x"), total: 1 });
  await settle();
  waiting[1]?.answer({ questions: cards("b"), total: 2 });
  await settle();
  expect(bank.cards.map((card) => card.id)).toEqual(["x"]);
});
