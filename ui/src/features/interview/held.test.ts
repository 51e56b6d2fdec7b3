import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Phase } from "../../ipc/contract";
import { OPENING } from "./logic";
import { core, MEETING, names, of, open, pass, sent } from "./testing";

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
    core.asleep = 9400; // since the laptop was started; the wall's clock goes on meanwhile, ours stands
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
    core.asleep = 7600;
    await pass(2000);
    expect(of("interview_pause")).toMatchObject([{ cause: "sleep", ago_seconds: 600 }]);
    live.leave();
  });

  it("counts_no_sleep_of_a_rest_when_it_goes_on", async () => {
    const live = open({}, "live", 100);
    await pass(2000);
    live.meeting.happen("pause");
    core.asleep = 7600;
    await pass(2000);
    live.meeting.happen("resume");
    await pass(2000);
    expect(of("interview_pause")).toMatchObject([{ cause: "asked" }]);
    live.leave();
  });

  it("goes_by_the_walls_clock_where_the_system_does_not_say", async () => {
    core.asleep = null;
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

describe("a page that begins anew", () => {
  beforeEach(() => {
    const kept = new Map<string, string>();
    vi.stubGlobal("sessionStorage", { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) });
  });
  afterEach(() => void vi.unstubAllGlobals());
  /** The laptop sleeps so long and is unlocked so much later, in seconds. */
  async function asleep(seconds: number, unlocked: number) {
    const before = open({}, "live", 100);
    await pass(3000);
    before.leave();
    sent.length = 0;
    core.asleep = (core.asleep ?? 0) + seconds;
    vi.setSystemTime(Date.now() + (seconds + unlocked) * 1000);
  }

  it.each([
    ["a short sleep, which the store takes for a part of the meeting", 300, 103 + 320],
    ["a long one, of which the store counts nothing", 2400, 103],
  ])("tells_of_%s_as_a_pause", async (_, seconds, known) => {
    await asleep(seconds, 20);
    const live = open({}, "live", known);
    await pass(50);
    expect(of("interview_pause")).toMatchObject([{ cause: "sleep", ago_seconds: seconds }]);
    expect(of("interview_resume")).toHaveLength(1);
    const expected = Math.min(103 + 20, known);
    expect([live.meeting.phase, live.meeting.elapsed, of("interview_pause")[0]?.at_seconds]).toEqual(["live", expected, expected]);
    const told = of("interview_turn").map(({ elapsed_seconds }) => Number(elapsed_seconds));
    expect(Math.max(...told), "and no more was told before").toBeLessThanOrEqual(expected);
    await pass(2000);
    expect(of("interview_pause")).toHaveLength(1);
    live.leave();
  });

  it("counts_a_short_absence_without_a_sleep_as_before", async () => {
    await asleep(0, 60);
    const live = open({}, "live", 163);
    await pass(50);
    expect([of("interview_pause"), live.meeting.elapsed]).toEqual([[], 163]);
    live.leave();
  });

  it("counts_no_sleep_of_a_rest", async () => {
    await asleep(300, 20);
    const live = open({}, "paused", 103);
    await pass(2000);
    expect([of("interview_pause"), live.meeting.elapsed]).toEqual([[], 103]);
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
