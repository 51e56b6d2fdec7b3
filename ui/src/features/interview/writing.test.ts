import { describe, expect, it } from "vitest";
import { at, core, entry, fine, names, of, open, pass } from "./testing";

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
  core.answer = () => Promise.reject({ code: "locked", message: "Locked." });
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
    core.answer = (name) => (name === "entry_save" ? Promise.reject({ code: "disk_full", message: "Full." }) : fine(name, {}));
    const id = keep(live, "once");
    await pass(3000);
    core.answer = fine;
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
