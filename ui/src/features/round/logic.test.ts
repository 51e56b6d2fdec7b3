import { expect, test } from "vitest";
import type { CalendarMeeting } from "../../ipc/contract";
import { choicesOf, firstPick } from "./logic";

const meeting = (rest: Partial<CalendarMeeting>): CalendarMeeting => ({ uid: "u", occurrence: "", title: "", starts_at: "", ends_at: "", location: "", interviewers: [], candidate_id: null, candidate: null, names: [], kit_id: null, change: "new", ...rest });

test("a candidate who is known is chosen at first, and a guessed name is not", () => {
  expect(firstPick(meeting({ candidate_id: "c", kit_id: "k" }))).toEqual({ who: "c", kit: "k" });
  expect(firstPick(meeting({ names: ["Lunch"] }))).toEqual({ who: "", kit: "" });
});

test("only meetings that are new and chosen are planned", () => {
  const meetings = [meeting({ uid: "1" }), meeting({ uid: "2" }), meeting({ uid: "3", change: "moved" }), meeting({ uid: "4" })];
  const picks = [{ who: "c", kit: "k" }, { who: "", kit: "k" }, { who: "c", kit: "" }, { who: "new:new: Bo", kit: "" }];
  expect(choicesOf(meetings, picks)).toEqual([
    { uid: "1", occurrence: "", candidate_id: "c", new_name: null, kit_id: "k" },
    { uid: "4", occurrence: "", candidate_id: null, new_name: "new: Bo", kit_id: null },
  ]);
});
