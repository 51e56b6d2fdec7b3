import { expect, it } from "vitest";
import type { Entry, EntryKind } from "../../ipc/contract";
import { hours, inTime, noted } from "./logic";

const entry = (kind: EntryKind, at_seconds: number) => ({ kind, at_seconds }) as Entry;

it("notes_stand_as_it_was_said_and_those_of_one_time_as_they_were_kept", () => {
  const sorted = inTime([entry("good", 5), entry("quote", 90), entry("note", 2), entry("quote", 5)]);
  expect(sorted.map((e) => `${e.kind} ${e.at_seconds}`)).toEqual(["note 2", "good 5", "quote 5", "quote 90"]);
});

it("lines_left_alone_say_nothing", () => {
  const lines = noted([{ number: 1, text: "a", state: null }, { number: 2, text: "b", state: "prompted" }]);
  expect(lines.map((line) => line.number)).toEqual([2]);
});

it("time_to_submission_is_in_minutes_and_then_in_hours", () => {
  expect([0, 59, 60, 150, 1500].map(hours)).toEqual(["0 min", "59 min", "1 h", "2.5 h", "25 h"]);
});
