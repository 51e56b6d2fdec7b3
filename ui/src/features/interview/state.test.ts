import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { InterviewLive, Phase } from "../../ipc/contract";
import { OPENING } from "./logic";

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
let asleep: number | null = 7000;
vi.mock("../../ipc/awake", () => ({ slept: async () => asleep }));
const { Live } = await import("./state.svelte");

const at = "2026-11-22T10:17:03Z";
const plan = { slot_seconds: 3600, questions: [], drop_next: null };
const entry = (id: string, text: string, change = {}) => ({ id, place: "a", kind: "note", link: null, text, at_seconds: 5, kept_at: at, rev: 1, ...change });
const MEETING = { mode: "live", reason: "", late_minutes: 0, early_minutes: 0, adjustments: { more_minutes: 0, break_minutes: 0, questions_ahead: false } };
function open(change: Record<string, unknown> = {}, phase: Phase = "live", elapsed_seconds = 600) {
  const question = (id: string) => ({ id, indicators: ["one", "two"], red_flags: ["flag"], probes: ["why?"] });
  const interview = {
    id: "i", started_at: "2026-11-22T09:00:00Z", at: "a", entries: [], ticks: [], drafts: [], part: null, host_id: null,
    meeting: { ...MEETING, phase },
    content: { kit: { questions: ["a", "b"].map((question_id) => ({ question_id, required: true })), slot_minutes: 60 }, questions: [question("a"), question("b")] },
    records: ["a", "b"].map((question_id) => ({ question_id, rating: null, spent_seconds: 60, probes: [], deviation: null })),
    ...change,
  };
  return new Live({ interview, elapsed_seconds, plan, now: "2026-11-22T10:10:00Z", mine: true, beside: [], candidate: { practice: false } } as unknown as InterviewLive);
}
const QUIET = ["interview_turn", "plan_get"];
const names = () => sent.filter(([name]) => !QUIET.includes(name)).map(([name]) => name);
const of = (name: string) => sent.filter(([n]) => n === name).map(([, request]) => request);
const PHASES: Record<string, Phase> = { interview_begin: "live", interview_resume: "live", interview_pause: "paused", interview_end: "ended" };
const fine = (name: string, request: Record<string, unknown>): unknown => {
  if (name === "entry_save") return { at, tick: null, entry: { ...request, id: request.entry_id } };
  if (name === "interview_set_phase") return { at, meeting: { ...MEETING, phase: request.phase, reason: request.reason ?? "" }, elapsed_seconds: 0, plan };
  if (name === "interview_set_slot" || name === "adjustment_set") return { at, meeting: { ...MEETING, phase: "live" }, elapsed_seconds: 0, plan: { ...plan, slot_seconds: 3000 } };
  if (name in PHASES) return { at, meeting: { ...MEETING, phase: PHASES[name] }, elapsed_seconds: 0, plan };
  return name === "plan_get" ? plan : { at };
};

beforeEach(() => {
  vi.useFakeTimers();
  sent.length = 0;
  answer = fine;
  asleep = 7000;
});
afterEach(() => void vi.useRealTimers());
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it("keeps_a_note_on_screen_at_once_and_says_saved_only_after_the_store", async () => {
  const live = open();
  await pass(50);
  live.drafts.type("we rolled back");
  expect(live.notes.keep()).toBe(true);
  expect(live.notes.list).toMatchObject([{ text: "we rolled back", state: "saving", at_seconds: 600 }]);
  expect(live.save.savedAt).toBeNull();
  await pass(50);
  expect(live.notes.list[0]?.state).toBe("kept");
  expect(live.save).toEqual({ savedAt: at, pending: false, failure: null });
  expect(names()).toEqual(["entry_save"]); // the draft it came from is not sent after it
  live.leave();
});

it("keeps_nothing_of_a_blank", async () => {
  const live = open();
  live.drafts.type("  \n ");
  expect(live.notes.keep()).toBe(false);
  expect(live.notes.list).toEqual([]);
  live.leave();
});

it("gives_each_place_its_own_draft_and_saves_it_within_a_second", async () => {
  const live = open({ drafts: [{ place: "b", entry_id: null, kind: "quote", link: null, text: "left here", at_seconds: 9 }] });
  live.drafts.type("half a thou");
  live.goTo("b");
  expect([live.drafts.text, live.drafts.kind]).toEqual(["left here", "quote"]);
  live.goTo("a");
  expect(live.drafts.text).toBe("half a thou");
  await pass(900);
  expect(of("draft_save")).toMatchObject([{ place: "a", text: "half a thou" }]);
  live.leave();
});

it("does_nothing_for_the_same_rating_twice_and_takes_back_a_refused_one", async () => {
  const live = open();
  live.marks.rate(4);
  live.marks.rate(4);
  await pass(50);
  expect(of("rating_set")).toMatchObject([{ question_id: "a", rating: 4 }]);
  answer = () => Promise.reject({ code: "locked", message: "Locked." });
  live.marks.rate(2);
  expect(live.marks.ratings.a).toBe(2);
  await pass(50);
  expect(live.marks.ratings.a).toBe(4);
  expect(live.refused?.code).toBe("locked");
  live.leave();
});

describe("a kept note", () => {
  const keep = (live: ReturnType<typeof open>, text: string) => {
    live.drafts.type(text);
    live.notes.keep();
    return live.notes.list.at(-1)?.id ?? "";
  };

  it("has_its_id_from_the_page_so_that_trying_again_keeps_it_once", async () => {
    const live = open();
    answer = (name) => (name === "entry_save" ? Promise.reject({ code: "disk_full", message: "Full." }) : fine(name, {}));
    const id = keep(live, "once");
    await pass(3000);
    answer = fine;
    await pass(10_000);
    expect(of("entry_save").length).toBeGreaterThan(1);
    expect(new Set(of("entry_save").map((request) => request.entry_id))).toEqual(new Set([id]));
    expect(live.notes.list).toHaveLength(1);
    live.leave();
  });

  it("is_removed_and_brought_back_while_it_is_still_on_its_way", async () => {
    const live = open();
    const id = keep(live, "quick");
    live.notes.remove(id);
    await pass(100);
    expect(names()).toEqual(["entry_save", "entry_remove"]);
    live.notes.remove(id, false);
    await pass(100);
    expect(of("entry_restore")).toEqual([{ entry_id: id }]);
    expect(live.notes.list[0]?.removed).toBe(false);
    live.leave();
  });

  it("is_filed_elsewhere_in_one_step_with_what_stood_in_the_field", async () => {
    const live = open({ drafts: [{ place: "b", entry_id: null, link: null, kind: "note", text: "left here", at_seconds: 9 }] });
    await pass(50);
    live.drafts.type(">2 +1 said late");
    const link = { target: "indicator", number: 1, state: "heard" } as const;
    expect(live.notes.keep({ place: "b", kind: "good", link, text: "said late" })).toBe(true);
    expect([live.drafts.text, live.place]).toEqual(["", "a"]);
    expect(live.marks.ticked("indicator", 1, "b")).toBe("heard");
    await pass(100);
    expect(names()).toEqual(["entry_save"]);
    expect(of("entry_save")).toMatchObject([{ place: "b", text: "said late", kind: "good", link, typed: { place: "a", text: ">2 +1 said late" } }]);
    live.goTo("b");
    expect(live.drafts.text).toBe("left here");
    live.leave();
  });

  it("keeps_its_link_when_it_is_changed_and_is_moved_without_being_written_again", async () => {
    const live = open({ entries: [entry("e1", "as it was", { link: { target: "red_flag", number: 1 } })], ticks: [{ question_id: "a", target: "red_flag", number: 1, state: "heard" }] });
    await pass(50);
    live.notes.open("e1");
    live.notes.edit("e1", { kind: "concern", text: "changed" });
    await pass(50);
    expect(of("entry_save")).toMatchObject([{ entry_id: "e1", text: "changed", kind: "concern", link: { target: "red_flag", number: 1, state: "heard" } }]);
    live.notes.edit("e1", { kind: "concern", text: "changed", place: "general" });
    await pass(50);
    expect(names()).toEqual(["entry_save", "entry_move"]);
    expect(live.notes.list).toMatchObject([{ place: "general", link: null }]);
    live.leave();
  });

  it("is_a_durable_draft_while_it_is_changed_and_ends_as_it_was_or_changed", async () => {
    const live = open({ entries: [entry("e1", "as it was"), entry("e2", "other")], drafts: [{ place: "a", entry_id: "e2", kind: "quote", link: null, text: "left in the middle", at_seconds: 5 }] });
    expect(live.notes.edits).toEqual({ e2: { kind: "quote", text: "left in the middle" } });
    expect(live.drafts.text).toBe("");
    await pass(50);
    live.notes.open("e1");
    live.notes.type("e1", { kind: "note", text: "as it wa" });
    await pass(900);
    expect(of("draft_save")).toMatchObject([{ place: "a", entry_id: "e1", text: "as it wa" }]);
    live.notes.close("e1");
    live.notes.edit("e2", { kind: "quote", text: "in the end" });
    await pass(900);
    expect(of("draft_save").at(-1)).toMatchObject({ entry_id: "e1", text: "" });
    expect(of("entry_save")).toMatchObject([{ entry_id: "e2", text: "in the end", kind: "quote" }]);
    expect(live.notes.edits).toEqual({});
    live.leave();
  });
});

describe("before it begins", () => {
  it("stands_at_the_opening_and_its_clock_stands", async () => {
    const live = open({}, "prepared", 0);
    expect([live.spot, live.place]).toEqual([OPENING, "general"]);
    await pass(5000);
    live.step(1);
    await pass(5000);
    expect([live.spot, live.meeting.phase, live.meeting.elapsed, live.spent.a]).toEqual(["a", "prepared", 0, 60]);
    expect(names()).toEqual([]);
    live.leave();
  });

  it.each<[string, (live: ReturnType<typeof open>) => void]>([
    ["a note", (live) => (live.drafts.type("x"), live.notes.keep())],
    ["a rating", (live) => live.marks.rate(3)],
    ["a tick", (live) => live.marks.tick("indicator", 1, "heard")],
    ["a probe", (live) => live.marks.probe(1, 1)],
  ])("%s begins it, once, before itself", async (_, act) => {
    const live = open({}, "prepared", 0);
    live.goTo("a");
    live.drafts.type("half a thou"); // typing alone does not
    await pass(1000);
    expect(live.meeting.phase).toBe("prepared");
    act(live);
    live.marks.rate(5);
    await pass(10_000);
    expect(names().filter((name) => name !== "draft_save")[0]).toBe("interview_begin");
    expect(of("interview_begin")).toHaveLength(1);
    expect([live.meeting.phase, live.meeting.elapsed]).toEqual(["live", 10]);
    live.leave();
  });
});

describe("the clock", () => {
  it("goes_on_from_what_the_store_says_and_rests", async () => {
    const live = open({}, "live", 100);
    await pass(2500);
    live.turn();
    await pass(60_000);
    expect([live.meeting.phase, live.meeting.elapsed, live.spent.a]).toEqual(["paused", 102, 62]);
    expect(of("interview_pause")).toEqual([{ interview_id: "i", cause: "asked", at_seconds: 102, ago_seconds: 0 }]);
    live.turn();
    await pass(10_000);
    expect(of("interview_resume")).toHaveLength(1);
    expect([live.meeting.phase, live.meeting.elapsed]).toEqual(["live", 112]);
    expect(of("interview_turn").at(-1)).toMatchObject({ at: "a" });
    live.leave();
  });

  it("tells_of_a_sleep_as_a_pause_that_is_over", async () => {
    const live = open({}, "live", 100);
    await pass(2000);
    asleep = 9400; // since the laptop was started; the wall's clock goes on meanwhile, ours stands
    vi.setSystemTime(Date.now() + 2400_000);
    await pass(2000);
    expect(of("interview_pause")).toMatchObject([{ cause: "sleep", at_seconds: 103, ago_seconds: 2400 }]);
    expect(of("interview_resume")).toHaveLength(1);
    expect([live.meeting.phase, live.meeting.elapsed]).toEqual(["live", 104]);
    live.leave();
  });

  it("takes_no_clock_that_was_set_for_a_sleep", async () => {
    const live = open({}, "live", 100);
    await pass(2000);
    for (const moved of [40 * 60_000, -3_600_000, 3_600_000]) {
      vi.setSystemTime(Date.now() + moved);
      await pass(2000);
    }
    expect([of("interview_pause"), live.meeting.phase, live.meeting.elapsed]).toEqual([[], "live", 108]);
    live.leave();
  });

  it("knows_of_a_sleep_even_if_the_clock_was_set_back_by_as_much", async () => {
    const live = open({}, "live", 100);
    await pass(2000);
    asleep = 7600;
    await pass(2000);
    expect(of("interview_pause")).toMatchObject([{ cause: "sleep", ago_seconds: 600 }]);
    live.leave();
  });

  it("counts_no_sleep_of_a_rest_when_it_goes_on", async () => {
    const live = open({}, "live", 100);
    await pass(2000);
    live.meeting.happen("pause");
    asleep = 7600;
    await pass(2000);
    live.meeting.happen("resume");
    await pass(2000);
    expect(of("interview_pause")).toMatchObject([{ cause: "asked" }]);
    live.leave();
  });

  it("goes_by_the_walls_clock_where_the_system_does_not_say", async () => {
    asleep = null;
    const live = open({}, "live", 100);
    await pass(2000);
    vi.setSystemTime(Date.now() + 40 * 60_000);
    await pass(2000);
    expect(of("interview_pause")).toMatchObject([{ cause: "sleep", at_seconds: 103, ago_seconds: 2400 }]);
    vi.setSystemTime(Date.now() - 3_600_000);
    await pass(2000);
    expect(of("interview_pause")).toHaveLength(1); // set back, it is no sleep
    live.leave();
  });
});

describe("the meeting", () => {
  const happens = (live: ReturnType<typeof open>) => (["begin", "pause", "resume", "end", "no_show", "withdraw", "interrupt"] as const).filter((event) => live.meeting.may(event));

  it.each<[Phase, string[]]>([
    ["prepared", ["begin", "no_show", "withdraw"]],
    ["live", ["pause", "end", "withdraw", "interrupt"]],
    ["paused", ["resume", "end", "withdraw", "interrupt"]],
    ["ended", ["resume", "withdraw"]],
    ["no_show", ["begin", "withdraw"]],
    ["withdrawn", ["resume"]],
    ["interrupted", ["resume", "end", "withdraw"]],
  ])("offers_what_the_core_allows_and_what_would_change_something_%s", (phase, wanted) => {
    const live = open({}, phase);
    expect(happens(live)).toEqual(wanted);
    live.leave();
  });

  it("says_what_happened_and_why_not", async () => {
    const live = open({}, "live", 100);
    await pass(50);
    expect(live.happen("no_show")).toBe(false);
    expect(live.told).toBe("Not now: the interview stands at “under way”.");
    expect(live.happen("end")).toBe(true);
    expect(live.told).toMatch(/^The interview has ended/);
    await pass(50);
    expect(names()).toEqual(["interview_end"]);
    expect(of("interview_end")).toEqual([{ interview_id: "i", at_seconds: 100 }]);
    live.leave();
  });

  it("breaks_off_with_a_reason_typed_afterwards_and_goes_on", async () => {
    const live = open({}, "live", 100);
    await pass(50);
    live.happen("interrupt");
    live.meeting.explain("fire");
    live.meeting.explain("fire alarm");
    live.turn(); // before the typing is sent by itself
    await pass(100);
    expect(names()).toEqual(["interview_set_phase", "interview_set_phase", "interview_resume"]);
    expect(of("interview_set_phase")).toEqual([{ interview_id: "i", phase: "interrupted", at_seconds: 100 }, { interview_id: "i", phase: "interrupted", reason: "fire alarm" }]);
    await pass(5000);
    expect([live.meeting.phase, live.meeting.elapsed]).toEqual(["live", 105]);
    live.leave();
  });

  it("is_not_begun_by_a_note_on_somebody_who_did_not_come", async () => {
    const live = open({}, "no_show", 0);
    live.drafts.type("waited ten minutes");
    live.notes.keep();
    await pass(500);
    expect([live.meeting.phase, names()]).toEqual(["no_show", ["entry_save"]]);
    live.turn();
    await pass(50);
    expect([live.meeting.phase, names().at(-1)]).toEqual(["live", "interview_begin"]);
    live.leave();
  });

  it("gathers_the_minutes_that_are_typed_and_takes_the_plan_of_the_answer", async () => {
    const live = open();
    await pass(50);
    live.meeting.move(1, 0);
    live.meeting.move(10, 0);
    live.meeting.adjust({ more_minutes: 15 });
    live.meeting.adjust({ questions_ahead: true });
    await pass(900);
    expect(of("interview_set_slot")).toEqual([{ interview_id: "i", late_minutes: 10, early_minutes: 0 }]);
    expect(of("adjustment_set")).toEqual([{ interview_id: "i", adjustments: { more_minutes: 15, break_minutes: 0, questions_ahead: true } }]);
    expect(live.plan.slot_seconds).toBe(3000);
    live.leave();
  });

  it("has_no_clock_when_it_is_written_down_afterwards", async () => {
    const live = open({ meeting: { ...MEETING, mode: "afterwards", phase: "ended" } }, "ended", 0);
    await pass(5000);
    live.turn();
    expect(live.told).toMatch(/no clock runs/);
    live.drafts.type("from paper");
    live.notes.keep();
    await pass(5000);
    expect([live.meeting.timed, live.meeting.elapsed, live.spent.a, live.notes.list[0]?.at_seconds]).toEqual([false, 0, 60, 0]);
    expect([happens(live), names()]).toEqual([["withdraw"], ["entry_save"]]);
    live.leave();
  });

  it("goes_round_the_scorecards_that_are_written_here", () => {
    const other = (interview_id: string) => ({ interview_id, interviewer: interview_id, part: null });
    const live = open();
    expect(live.next).toBeNull();
    live.beside = [other("a"), other("k")];
    expect(live.next?.interview_id).toBe("k");
    live.beside = [other("a"), other("b")];
    expect(live.next?.interview_id).toBe("a");
    live.leave();
  });
});

it("says_why_an_answer_could_not_be_judged_once_and_forgets_it_with_the_rating", async () => {
  const live = open();
  await pass(50);
  live.marks.rate("could_not_judge");
  await pass(50);
  live.marks.rate("could_not_judge", "out_of_time");
  await pass(50);
  live.marks.rate("could_not_judge");
  live.marks.rate("could_not_judge", "out_of_time");
  await pass(50);
  expect(live.marks.causes.a).toBe("out_of_time");
  expect(of("rating_set").map(({ rating, unjudged }) => [rating, unjudged])).toEqual([["could_not_judge", null], ["could_not_judge", "out_of_time"]]);
  live.marks.rate(3);
  await pass(50);
  expect([live.marks.ratings.a, live.marks.causes.a]).toEqual([3, null]);
  answer = () => Promise.reject({ code: "locked", message: "Locked." });
  live.marks.rate("could_not_judge", "interrupted");
  await pass(50);
  expect([live.marks.ratings.a, live.marks.causes.a]).toEqual([3, null]);
  live.leave();
});

describe("undo", () => {
  const now = (change = {}) => ({ place: "a", entries: [], drafts: [], ticks: [], record: { question_id: "a", rating: null, unjudged: null, spent_seconds: 0, probes: [], deviation: null }, ...change });
  const undone = (action: unknown, places: unknown[]) => (name: string, request: Record<string, unknown>) =>
    name.startsWith("action_") ? { at, action, places, history: { undo: null, redo: null } } : fine(name, request);

  it("sends_what_is_typed_first_and_shows_the_place_as_the_store_has_it", async () => {
    const live = open();
    await pass(50);
    live.drafts.type("half a thou");
    live.marks.tick("indicator", 1, "heard");
    live.marks.rate(4);
    const before = live.drafts.put;
    const draft = { place: "a", entry_id: null, kind: "quote", link: null, text: "half", at_seconds: 3 };
    answer = undone({ kind: "rating", changes: [{ part: "rating", before: null, after: { rating: 4, unjudged: null } }] }, [now({ drafts: [draft], ticks: [{ question_id: "a", target: "indicator", number: 2, state: "heard" }] })]);
    live.undo();
    await pass(100);
    expect(names()).toEqual(["draft_save", "tick_set", "rating_set", "action_undo"]);
    expect(live.told).toBe("Undone: rating 4 Above");
    expect([live.marks.ratings.a, live.marks.ticked("indicator", 1), live.marks.ticked("indicator", 2)]).toEqual([null, null, "heard"]);
    expect([live.drafts.text, live.drafts.kind, live.drafts.put]).toEqual(["half", "quote", before + 1]);
    live.leave();
  });

  it("takes_a_kept_note_off_the_screen_and_brings_it_back_but_leaves_one_on_its_way", async () => {
    const live = open({ entries: [entry("01", "kept")] });
    await pass(50);
    answer = undone({ kind: "entry_kept", changes: [] }, [now()]);
    live.undo();
    live.drafts.type("new");
    live.notes.keep();
    await pass(5);
    expect(live.notes.list.map((note) => note.text)).toEqual(["new"]);
    await pass(100);
    answer = undone({ kind: "entry_kept", changes: [] }, [now({ entries: [entry("01", "kept"), entry(live.notes.list[0]?.id ?? "", "new")] })]);
    live.undo(true);
    await pass(100);
    expect(of("action_redo")).toEqual([{ interview_id: "i", place: "a" }]);
    expect(live.notes.list.map((note) => note.text)).toEqual(["kept", "new"]);
    live.leave();
  });

  it("never_takes_what_was_typed_meanwhile", async () => {
    const live = open();
    await pass(50);
    answer = undone({ kind: "typed", changes: [] }, [now()]);
    live.undo();
    live.drafts.type("typed meanwhile");
    await pass(100);
    expect(live.drafts.text).toBe("typed meanwhile");
    live.leave();
  });

  it("gathers_typing_in_groups_and_sends_each", async () => {
    const live = open();
    const text = "we rolled back in six minutes";
    for (let n = 1; n <= text.length; n++) live.drafts.type(text.slice(0, n));
    await pass(900);
    live.drafts.type(`${text} flat`);
    await pass(1900);
    live.drafts.type(`${text} flat out`);
    await pass(900);
    expect(of("draft_save").map((request) => request.text)).toEqual(["we rolled back in six ", text, `${text} flat`, `${text} flat out`]);
    expect(new Set(of("draft_save").map((request) => request.group)).size).toBe(3);
    live.leave();
  });
});

it("counts_probes_and_marks_deviations", async () => {
  const live = open();
  await pass(50);
  live.marks.probe(1, 1);
  live.marks.probe(null, live.marks.probed(null) + 1);
  live.marks.probe(null, live.marks.probed(null) + 1);
  live.marks.deviate("reworded", "he did not know the word");
  await pass(100);
  expect([live.marks.probed(1), live.marks.probed(null), live.marks.deviation?.kind]).toEqual([1, 2, "reworded"]);
  expect(of("probe_set").map(({ number, asked }) => [number, asked])).toEqual([[1, 1], [null, 2]]);
  live.marks.deviate(null);
  await pass(100);
  expect(of("deviation_set")).toMatchObject([{ kind: "reworded", reason: "he did not know the word" }, { kind: null, reason: null }]);
  live.leave();
});

it("holds_everything_through_a_full_disk_and_saves_it_in_order", async () => {
  const live = open();
  await pass(50);
  sent.length = 0;
  answer = () => Promise.reject({ code: "disk_full", message: "Full." });
  live.drafts.type("one");
  live.notes.keep();
  live.marks.rate(3);
  live.marks.tick("indicator", 2, "heard");
  live.drafts.type("two");
  await pass(3000);
  expect(live.save.failure?.code).toBe("disk_full");
  live.undo();
  expect(live.told).toMatch(/until what is written is saved/);
  expect([live.notes.list[0]?.text, live.drafts.text]).toEqual(["one", "two"]);
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
  expect(of("interview_turn")).toEqual([{ interview_id: "i", at: "a", spent: null, elapsed_seconds: 600 }]);
  await pass(10_000);
  expect(of("interview_turn").at(-1)).toMatchObject({ at: "a", spent: { question_id: "a", seconds: 70 }, elapsed_seconds: 610 });
  live.goTo("b");
  await pass(100);
  expect(of("interview_turn").at(-1)).toMatchObject({ at: "b", spent: { question_id: "a", seconds: 70 } });
  expect(live.meeting.elapsed).toBe(610);
  expect(of("plan_get").at(-1)).toEqual({ interview_id: "i", elapsed_seconds: 610 });
  live.leave();
});
