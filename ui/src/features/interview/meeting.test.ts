import { describe, expect, it } from "vitest";
import type { Meeting } from "../../ipc/contract";
import { agreed, readOut, standing } from "./meeting";

const NOW = new Date(2026, 10, 25, 12, 0);
const local = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).toISOString();
const meeting = (change: Partial<Meeting>) => ({ mode: "live", held_at: null, begun_at: null, ended_at: null, ...change }) as Meeting;

describe("how a meeting stands", () => {
  it.each<[string, Meeting, Meeting["phase"]]>([
    ["not begun", meeting({}), "prepared"],
    ["under way, begun today 10:02", meeting({ begun_at: local(25, 10, 2) }), "live"],
    ["ended, begun today 10:02, ended today 10:58", meeting({ begun_at: local(25, 10, 2), ended_at: local(25, 10, 58) }), "ended"],
    ["candidate did not come", meeting({}), "no_show"],
    ["held 24 Nov 14:00, written down afterwards, from today 11:30", meeting({ mode: "afterwards", held_at: local(24, 14) }), "ended"],
    ["candidate withdrew; held 24 Nov 14:00, written down afterwards, from today 11:30", meeting({ mode: "afterwards", held_at: local(24, 14) }), "withdrawn"],
  ])("%s", (words, kept, phase) => expect(standing(kept, phase, local(25, 11, 30), NOW)).toBe(words));
});

it("says_what_was_agreed", () => {
  expect(agreed({ more_minutes: 0, break_minutes: 0, questions_ahead: false })).toBe("");
  expect(agreed({ more_minutes: 1, break_minutes: 10, questions_ahead: true })).toBe("1 minute more, 10 minutes of breaks, questions beforehand");
});

it("reads_out_until_when_notes_are_kept_where_that_is_known", () => {
  expect(readOut("They are kept until [until when].", " 31 March ")).toBe("They are kept until 31 March.");
  expect(readOut("They are kept until [until when].", " ")).toBe("They are kept until [until when].");
});
