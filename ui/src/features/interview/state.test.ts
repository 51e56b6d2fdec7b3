import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { InterviewLive } from "../../ipc/contract";

type Sent = [name: string, request: Record<string, unknown>];
const sent: Sent[] = [];
let answer: (name: string, request: Record<string, unknown>) => unknown = () => undefined;
vi.mock("../../ipc/call", () => ({
  call: async (name: string, request: Record<string, unknown>) => {
    sent.push([name, structuredClone(request)]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return answer(name, request);
  },
}));
const { Live } = await import("./state.svelte");

const at = "2026-11-22T10:17:03Z";
function open(change: Partial<InterviewLive["interview"]> = {}) {
  const question = (id: string) => ({ id, indicators: ["one", "two"], red_flags: ["flag"] });
  const interview = {
    id: "i", started_at: "2026-11-22T10:00:00Z", at: "a", entries: [], ticks: [], drafts: [],
    content: { kit: { questions: ["a", "b"].map((question_id) => ({ question_id, required: true })), slot_minutes: 60 }, questions: [question("a"), question("b")] },
    records: ["a", "b"].map((question_id) => ({ question_id, rating: null, spent_seconds: 60 })),
    ...change,
  };
  return new Live({ interview, now: "2026-11-22T10:10:00Z", mine: true } as unknown as InterviewLive);
}
const names = () => sent.filter(([name]) => name !== "interview_turn").map(([name]) => name);
const of = (name: string) => sent.filter(([n]) => n === name).map(([, request]) => request);
const fine = (name: string, request: Record<string, unknown>) =>
  name === "entry_save" ? { at, entry: { ...request, id: request.entry_id ?? `e${sent.length}` } } : { at };

beforeEach(() => {
  vi.useFakeTimers();
  sent.length = 0;
  answer = fine;
});
afterEach(() => void vi.useRealTimers());
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it("keeps_a_note_on_screen_at_once_and_says_saved_only_after_the_store", async () => {
  const live = open();
  await pass(50);
  live.type("we rolled back");
  expect(live.keep()).toBe(true);
  expect(live.notes).toMatchObject([{ text: "we rolled back", state: "saving", at_seconds: 600 }]);
  expect(live.save.savedAt).toBeNull();
  await pass(50);
  expect(live.notes[0]?.state).toBe("kept");
  expect(live.save).toEqual({ savedAt: at, pending: false, failure: null });
  expect(names()).toEqual(["entry_save"]); // the draft it came from is not sent after it
  live.leave();
});

it("keeps_nothing_of_a_blank", async () => {
  const live = open();
  live.type("  \n ");
  expect(live.keep()).toBe(false);
  expect(live.notes).toEqual([]);
  live.leave();
});

it("gives_each_place_its_own_draft_and_saves_it_within_a_second", async () => {
  const live = open({ drafts: [{ question_id: "b", kind: "quote", text: "left here", at_seconds: 9 }] });
  live.type("half a thou");
  live.goTo("b");
  expect([live.draft(), live.kind]).toEqual(["left here", "quote"]);
  live.goTo("a");
  expect(live.draft()).toBe("half a thou");
  await pass(900);
  expect(of("draft_save")).toMatchObject([{ question_id: "a", text: "half a thou" }]);
  live.leave();
});

it("does_nothing_for_the_same_rating_twice_and_takes_back_a_refused_one", async () => {
  const live = open();
  live.rate(4);
  live.rate(4);
  await pass(50);
  expect(of("rating_set")).toMatchObject([{ question_id: "a", rating: 4 }]);
  answer = () => Promise.reject({ code: "locked", message: "Locked." });
  live.rate(2);
  expect(live.ratings.a).toBe(2);
  await pass(50);
  expect(live.ratings.a).toBe(4);
  expect(live.refused?.code).toBe("locked");
  live.leave();
});

it("removes_and_restores_a_note_whose_id_is_still_on_its_way", async () => {
  const live = open();
  live.type("quick");
  live.keep();
  live.remove(1);
  await pass(100);
  expect(of("entry_remove")).toEqual([{ entry_id: live.notes[0]?.id }]);
  live.restore(1);
  await pass(100);
  expect(of("entry_restore")).toHaveLength(1);
  expect(live.notes[0]?.removed).toBe(false);
  live.leave();
});

it("edits_under_the_same_id", async () => {
  const live = open();
  await pass(50);
  live.type("first");
  live.keep();
  await pass(2); // the note is on its way, its id not yet known
  live.edit(1, { kind: "quote", text: "second" });
  await pass(100);
  expect(of("entry_save")).toHaveLength(2);
  expect(of("entry_save").at(-1)).toMatchObject({ text: "second", kind: "quote", entry_id: live.notes[0]?.id });
  live.leave();
});

it("files_a_note_elsewhere_without_clearing_the_draft_that_stands_there", async () => {
  const live = open({ drafts: [{ question_id: "b", kind: "note", text: "left here", at_seconds: 9 }] });
  await pass(50);
  live.type(">2 said late");
  expect(live.keep({ place: "b", kind: "good", text: "said late" })).toBe(true);
  expect([live.draft(), live.place]).toEqual(["", "a"]);
  await pass(100);
  // First where it was written, which clears that draft and no other; then where it belongs, under its id.
  expect(of("entry_save")).toMatchObject([
    { entry_id: null, question_id: "a", text: "said late", kind: "good" },
    { entry_id: live.notes[0]?.id, question_id: "b", text: "said late" },
  ]);
  expect(live.notes).toMatchObject([{ question_id: "b", state: "kept" }]);
  live.goTo("b");
  expect(live.draft()).toBe("left here");
  live.leave();
});

it("files_it_so_even_when_it_is_edited_before_the_store_knows_it", async () => {
  const live = open();
  await pass(50);
  answer = () => Promise.reject({ code: "disk_full", message: "Full." });
  live.type("x");
  live.keep({ place: "b" });
  await pass(600);
  live.edit(1, { kind: "note", text: "xy" });
  answer = fine;
  sent.length = 0;
  await pass(10_000);
  expect(of("entry_save")).toMatchObject([{ entry_id: null, question_id: "a", text: "xy" }, { question_id: "b", text: "xy" }]);
  live.leave();
});

it("holds_everything_through_a_full_disk_and_saves_it_in_order", async () => {
  const live = open();
  await pass(50);
  sent.length = 0;
  answer = () => Promise.reject({ code: "disk_full", message: "Full." });
  live.type("one");
  live.keep();
  live.rate(3);
  live.tick("indicator", 2, "heard");
  live.type("two");
  await pass(3000);
  expect(live.save.failure?.code).toBe("disk_full");
  expect([live.notes[0]?.text, live.draft()]).toEqual(["one", "two"]);
  answer = fine;
  sent.length = 0;
  await pass(10_000);
  expect(names()).toEqual(["entry_save", "rating_set", "tick_set", "draft_save"]);
  expect(live.save).toEqual({ savedAt: at, pending: false, failure: null });
  live.leave();
});

it("tells_the_store_the_place_and_the_whole_seconds_on_a_question", async () => {
  const live = open();
  await pass(100);
  expect(of("interview_turn")).toEqual([{ interview_id: "i", at: "a", spent: null }]);
  await pass(10_000);
  expect(of("interview_turn").at(-1)).toMatchObject({ at: "a", spent: { question_id: "a", seconds: 70 } });
  live.goTo("b");
  await pass(100);
  expect(of("interview_turn").at(-1)).toMatchObject({ at: "b", spent: { question_id: "a", seconds: 70 } });
  expect(live.elapsed).toBe(610);
  live.leave();
});
