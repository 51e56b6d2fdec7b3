import { describe, expect, it } from "vitest";
import type { Mention } from "../../ipc/contract";
import { day, dayErrors, Wanted } from "./wanted.svelte";

const mention = (key: string): Mention => ({ key, kind: "name", place: "", before: "", found: "", after: "", proposed: "" });

describe("how a packet is wanted", () => {
  it("leaves out only what the audience could have", () => {
    const wanted = new Wanted();
    wanted.without.add("log").add("notes");
    expect(wanted.options.without).toEqual(["notes"]);
    wanted.audience = "hr";
    expect(wanted.options.without).toEqual(["notes", "log"]);
    expect(wanted.options.own_copy).toBeUndefined();
  });

  it("asks for a reason before names are left out of a candidate's own copy", () => {
    const wanted = new Wanted();
    wanted.audience = "candidate";
    wanted.leaveNames = true;
    expect(wanted.ready).toBe(false);
    wanted.why = "They asked for it.";
    expect(wanted.ready).toBe(true);
    expect(wanted.options.own_copy?.names_left_out).toBe("They asked for it.");
    [wanted.purpose, wanted.source, wanted.recipients] = ["To choose", "Two calls", ""];
    expect(wanted.options.own_copy).toMatchObject({ purpose: "To choose", source: "Two calls", recipients: "" });
  });

  it("decides each mention, and sends no decision about another one", () => {
    const wanted = new Wanted();
    const mentions = [mention("a"), mention("b"), mention("c")];
    wanted.decided.set("b", false);
    wanted.decided.set("gone", true);
    expect(wanted.decided.open(mentions)).toBe(2);
    wanted.decided.replaceRest(mentions);
    expect(wanted.decided.open(mentions)).toBe(0);
    expect(wanted.settled(mentions).decisions).toEqual([
      { key: "a", replace: true },
      { key: "b", replace: false },
      { key: "c", replace: true },
    ]);
  });

  it("takes only days that there are", () => {
    expect([day("2026-02-28"), day("2026-02-30"), day("28.2.2026"), day("")]).toEqual(["2026-02-28", null, null, null]);
  });

  it("takes no day of asking that is to come, and no answer before it", () => {
    const errors = (asked: string, due: string) => Object.values(dayErrors(asked, due, "2026-11-26")).map((words) => words.split(".")[0]);
    expect(errors("2026-11-26", "2026-11-26")).toEqual(["", ""]);
    expect(errors("2026-11-27", "")).toEqual(["That day is yet to come", ""]);
    expect(errors("2026-11-20", "2026-11-19")).toEqual(["", "That is before they asked"]);
    expect(errors("", "2026-11-25")).toEqual(["", "That day is over"]);
    expect(errors("", "2026-11-26")).toEqual(["", ""]);
    expect(errors("", "2027-02-27")).toEqual(["", "That is more than three months after today"]);
    expect(errors("2026-11-20", "2027-02-20")).toEqual(["", ""]);
    expect(errors("2026-11-20", "2027-02-21")).toEqual(["", "That is more than three months after they asked"]);
    expect(errors("2025-11-30", "2026-02-28")).toEqual(["", ""]);
    expect(errors("2025-11-30", "2026-03-01")).toEqual(["", "That is more than three months after they asked"]);
    expect(errors("soon", "2026-11-26")).toEqual(["Write it as 2026-11-26", ""]);
    const wanted = new Wanted();
    [wanted.audience, wanted.asked] = ["candidate", "2999-01-01"];
    expect(wanted.ready).toBe(false);
    wanted.audience = "panel";
    expect(wanted.ready).toBe(true);
  });
});
