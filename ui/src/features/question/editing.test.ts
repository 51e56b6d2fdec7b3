import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { QuestionDetail } from "../../ipc/contract";
import { blank } from "./logic";

type Sent = [name: string, request: { question?: { id: string; title: string }; question_id?: string }];
const sent: Sent[] = [];
const at = "2026-11-25T21:00:00Z";
let answer: (name: string) => unknown;
vi.mock("../../ipc/call", () => ({
  call: async (name: string, request: Sent[1]) => {
    sent.push([name, structuredClone(request)]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return answer(name);
  },
}));
const { Editing } = await import("./editing.svelte");

const base = { question: { ...blank(), id: "q", title: "Locks", prompt: "What is a lock?", minutes: 8 } } as QuestionDetail;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
beforeEach(() => {
  vi.useFakeTimers();
  sent.length = 0;
  answer = () => ({ question_id: "q", at });
});
afterEach(() => void vi.useRealTimers());

it("a_new_question_gets_its_id_once_and_is_sent_under_it_from_then_on", async () => {
  const editing = new Editing(null, null);
  editing.title = "H";
  editing.keep();
  await pass(500);
  expect(editing.id).toBe("q");
  editing.title = "Half";
  editing.keep();
  await pass(500);
  expect(sent.map(([name, { question }]) => [name, question?.id, question?.title])).toEqual([["question_draft_save", "", "H"], ["question_draft_save", "q", "Half"]]);
});

it("what_was_typed_while_the_id_was_on_its_way_is_not_a_second_question", async () => {
  const editing = new Editing(null, null);
  editing.title = "H";
  editing.keep();
  await pass(402);
  editing.title = "Half";
  editing.keep();
  await pass(1000);
  expect(sent.map(([, { question }]) => question?.id)).toEqual(["", "q"]);
});

it("a_draft_that_says_what_the_bank_says_is_forgotten", async () => {
  const editing = new Editing(base, null);
  editing.keep();
  await pass(500);
  expect(sent, "opening it keeps nothing").toEqual([]);
  editing.title = "Lock";
  editing.keep();
  await pass(500);
  editing.title = "Locks";
  editing.keep();
  await pass(500);
  expect(sent.map(([name]) => name)).toEqual(["question_draft_save", "question_draft_discard"]);
  expect(editing.changed).toBe(false);
});

it("a_refusal_is_shown_at_its_field_until_something_changes_and_nothing_is_lost", async () => {
  answer = (name) => {
    if (name === "question_save") throw { code: "invalid", message: "The prompt is empty. Type at least one character.", field: "question.prompt" };
    return { question_id: "q", at };
  };
  const editing = new Editing(base, { ...base.question, prompt: "", title: "Mine" });
  const saving = editing.commit();
  await pass(50);
  expect(await saving).toBeNull();
  expect([editing.error("prompt"), editing.error("title"), editing.title]).toEqual(["The prompt is empty. Type at least one character.", "", "Mine"]);
  editing.prompt = "W";
  editing.keep();
  expect(editing.error("prompt")).toBe("");
});

it("saving_sends_the_draft_first_and_minutes_that_are_no_number_stop_it", async () => {
  const editing = new Editing(base, null);
  editing.minutes = "eight";
  expect(await editing.commit()).toBeNull();
  expect(editing.error("minutes")).toMatch(/whole minutes/);
  editing.minutes = "9";
  editing.keep();
  const saving = editing.commit();
  await pass(50);
  await saving;
  expect(sent.map(([name]) => name)).toEqual(["question_draft_save", "question_save"]);
});
