import { expect, it } from "vitest";
import { flush } from "../../ipc/saver";
import { MEETING, at, core, fine, names, of, open, pass, plan, sent } from "./testing";

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
  core.answer = () => Promise.reject({ code: "locked", message: "Locked." });
  live.marks.rate("could_not_judge", "interrupted");
  await pass(50);
  expect([live.marks.ratings.a, live.marks.causes.a]).toEqual([3, null]);
  live.leave();
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

it("says_at_the_last_place_what_is_next", () => {
  const live = open();
  live.goTo("general");
  expect(live.told).toBe("");
  live.step(1);
  expect([live.spot, live.told]).toEqual(["general", expect.stringMatching(/^This is the last place/)]);
  live.step(-1);
  expect(live.told).toBe("");
  live.leave();
});

it("holds_everything_through_a_full_disk_and_saves_it_in_order", async () => {
  const live = open();
  await pass(50);
  sent.length = 0;
  core.answer = () => Promise.reject({ code: "disk_full", message: "Full." });
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
  core.answer = fine;
  sent.length = 0;
  await pass(10_000);
  expect(names()).toEqual(["entry_save", "rating_set", "tick_set", "draft_save"]);
  expect(live.save).toEqual({ savedAt: at, pending: false, failure: null });
  live.leave();
});

it("tells_the_store_the_place_and_the_whole_seconds_on_a_question", async () => {
  const live = open();
  await pass(100);
  expect(of("interview_turn")).toEqual([{ interview_id: "i", at: "a", spent: { question_id: "a", seconds: 60 }, elapsed_seconds: 600 }]);
  await pass(10_000);
  expect(of("interview_turn").at(-1)).toMatchObject({ at: "a", spent: { question_id: "a", seconds: 70 }, elapsed_seconds: 610 });
  core.answer = () => ({ at, plan: { ...plan, slot_seconds: 3000 } });
  live.goTo("b");
  await pass(100);
  expect(of("interview_turn").at(-1)).toMatchObject({ at: "b", spent: { question_id: "a", seconds: 70 } });
  expect(live.meeting.elapsed).toBe(610);
  expect(live.plan.slot_seconds).toBe(3000); // the answer says how the questions fit now
  live.leave();
});

it("tells_the_seconds_on_a_question_before_the_page_is_locked_or_closed", async () => {
  const live = open();
  await pass(3000);
  void flush();
  await pass(100);
  expect(of("interview_turn").at(-1)).toMatchObject({ at: "a", spent: { question_id: "a", seconds: 63 }, elapsed_seconds: 603 });
  live.leave();
  await pass(100);
  const told = of("interview_turn").length;
  await pass(2000);
  void flush();
  await pass(100);
  expect(of("interview_turn"), "a screen that was left tells nothing more").toHaveLength(told);
});

it("loses_at_most_five_seconds_of_a_question_to_a_crash", async () => {
  const live = open();
  await pass(5100);
  expect(of("interview_turn").at(-1)).toMatchObject({ spent: { question_id: "a", seconds: 65 }, elapsed_seconds: 605 });
  live.leave();
});

it("counts_what_the_meeting_lasted_while_the_page_was_gone_on_the_question_that_was_open", async () => {
  const live = open({ meeting: { ...MEETING, phase: "live", elapsed_seconds: 570 } });
  await pass(100);
  expect([live.spent.a, of("interview_turn").at(-1)?.spent]).toEqual([90, { question_id: "a", seconds: 90 }]);
  live.goTo("b");
  await pass(2900);
  expect([live.spent.a, live.spent.b]).toEqual([90, 62]);
  live.leave();
});
