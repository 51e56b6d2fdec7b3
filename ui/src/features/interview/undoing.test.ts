import { describe, expect, it } from "vitest";
import { at, core, entry, fine, names, of, open, pass } from "./testing";

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
    core.answer = undone({ kind: "rating", changes: [{ part: "rating", before: null, after: { rating: 4, unjudged: null } }] }, [now({ drafts: [draft], ticks: [{ question_id: "a", target: "indicator", number: 2, state: "heard" }] })]);
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
    core.answer = undone({ kind: "entry_kept", changes: [] }, [now()]);
    live.undo();
    live.drafts.type("new");
    live.notes.keep();
    await pass(5);
    expect(live.notes.list.map((note) => note.text)).toEqual(["new"]);
    await pass(100);
    core.answer = undone({ kind: "entry_kept", changes: [] }, [now({ entries: [entry("01", "kept"), entry(live.notes.list[0]?.id ?? "", "new")] })]);
    live.undo(true);
    await pass(100);
    expect(of("action_redo")).toEqual([{ interview_id: "i", place: "a" }]);
    expect(live.notes.list.map((note) => note.text)).toEqual(["kept", "new"]);
    live.leave();
  });

  it("never_takes_what_was_typed_meanwhile", async () => {
    const live = open();
    await pass(50);
    core.answer = undone({ kind: "typed", changes: [] }, [now()]);
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
