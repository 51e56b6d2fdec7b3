import { describe, expect, it } from "vitest";
import type { EntryKind, Interview } from "../../ipc/contract";
import { cites, evidence, kept, toggle, written } from "./evidence";

const question = (id: string) => ({ id, title: `About ${id}`, indicators: ["names own part", "gives numbers"], red_flags: ["blames others"] });
const entry = (id: string, place: string, kind: EntryKind) => ({ id, place, kind, text: `text of ${id}` });
const interview = {
  content: { kit: { questions: [{ question_id: "a", required: true }, { question_id: "b", required: true }] }, questions: [question("a"), question("b")] },
  records: [],
  entries: [entry("general", "general", "good"), entry("quote", "b", "quote"), entry("note", "a", "note"), entry("ask", "a", "follow_up"), entry("bad", "a", "concern")],
  ticks: [
    { question_id: "a", target: "indicator", number: 2, state: "heard" },
    { question_id: "a", target: "red_flag", number: 1, state: "heard" },
  ],
} as unknown as Interview;

describe("what a reason can rest on", () => {
  it("is_quotes_good_signs_concerns_and_ticks_in_kit_order", () => {
    expect(evidence(interview).map((piece) => [piece.what, piece.where, piece.words])).toEqual([
      ["Concern", "1 About a", "text of bad"],
      ["Good signal", "1 About a", "gives numbers"],
      ["Red flag", "1 About a", "blames others"],
      ["Quote", "2 About b", "text of quote"],
      ["Good", "General", "text of general"],
    ]);
  });
  it("is_a_plain_note_only_where_it_is_cited_already_and_a_follow_up_never", () => {
    const cited = evidence(interview, [{ text: "", entry_ids: ["note", "ask"], ticks: [] }]);
    expect(cited.map((piece) => piece.key)).toContain("note");
    expect(cited.map((piece) => piece.key)).not.toContain("ask");
  });
});

it("cites_and_no_longer_cites", () => {
  const reason = written();
  for (const piece of evidence(interview)) toggle(reason, piece);
  expect([reason.entry_ids, reason.ticks.length]).toEqual([["bad", "quote", "general"], 2]);
  const [first, tick] = evidence(interview);
  if (first) toggle(reason, first);
  if (tick) toggle(reason, tick);
  expect(evidence(interview).map((piece) => cites(reason, piece))).toEqual([false, false, true, true, true]);
});

describe("the reasons as they are kept", () => {
  it("are_without_empty_ones", () => {
    expect(kept(interview, [written(), written({ text: "calm", entry_ids: [], ticks: [] })])).toEqual([{ text: "calm", entry_ids: [], ticks: [] }]);
  });
  it("do_not_cite_what_is_not_in_the_interview_any_more", () => {
    const gone = { question_id: "a", target: "indicator" as const, number: 1 };
    const there = { question_id: "a", target: "red_flag" as const, number: 1 };
    expect(kept(interview, [written({ text: "calm", entry_ids: ["removed", "quote", "ask"], ticks: [gone, there] })])).toEqual([{ text: "calm", entry_ids: ["quote"], ticks: [there] }]);
  });
});
