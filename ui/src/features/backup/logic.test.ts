import { expect, test } from "vitest";
import type { BackupCard, Counts, LogCarried } from "../../ipc/contract";
import { change, far, inShort, lost, rows, size, together } from "./logic";

const none: Counts = { candidates: 0, interviews: 0, notes: 0, ratings: 0, scorecards: 0, decisions: 0, attachments: 0, questions: 0, log_lines: 0 };
const card = (name: string, place: BackupCard["place"]): BackupCard => ({ name, place, kind: "daily", at: "2026-11-26T10:00:00Z", bytes: 1 });

test("a backup that lies in both places is one line", () => {
  const found = together([card("b", "chosen"), card("b", "own"), card("a", "own"), card("c", "chosen")]);
  expect(found.map(({ card, places }) => [card.name, card.place, places])).toEqual([
    ["b", "own", "here and in the folder"],
    ["a", "own", "here"],
    ["c", "chosen", "in the folder"],
  ]);
});

test("what would be gone, come back or differ is said of each person", () => {
  const some = { interviews: 1, notes: 2, scorecards: 0 };
  expect(change({ name: "x", now: some, then: null })).toBe("only here, would be gone: 1 interview, 2 notes, 0 scorecards");
  expect(change({ name: "x", now: null, then: some })).toMatch(/^only in the backup, comes back/);
  expect(change({ name: "x", now: some, then: { ...some, notes: 1 } })).toBe("now 1 interview, 2 notes, 0 scorecards; in the backup 1 interview, 1 note, 0 scorecards");
});

test("counts, sizes and losses are said plainly", () => {
  const log: LogCarried = { fate: "goes_on", carried: 0, left: 0, words: "" };
  const row = (wanted: string, now: Counts, then: Counts, of = log) => rows(now, then, of).find(([name]) => name === wanted);
  expect(row("Notes", { ...none, notes: 3 }, none)).toEqual(["Notes", 3, 0, "3 fewer"]);
  expect(row("Notes", none, { ...none, notes: 1 })).toEqual(["Notes", 0, 1, "1 more"]);
  const [now, then] = [{ ...none, log_lines: 35 }, { ...none, log_lines: 9 }];
  expect(row("Lines of the log", now, then, { ...log, carried: 26 })).toEqual(["Lines of the log", 35, 9, "26 carried over"]);
  expect(row("Lines of the log", now, then, { ...log, fate: "differs", left: 27 })).toEqual(["Lines of the log", 35, 9, "27 of those here not in it"]);
  expect(row("Lines of the log", then, now)).toEqual(["Lines of the log", 9, 35, "26 more"]);
  expect(row("Lines of the log", now, then, { ...log, fate: "unreadable" })?.[3]).toBe("26 fewer");
  expect(rows(null, then, log).at(-1)).toEqual(["Lines of the log", "–", 9, ""]);
  expect(inShort({ ...none, candidates: 1 })).toBe("1 candidate, 0 interviews, 0 notes, 0 submitted scorecards");
  expect([size(10), size(912_345), size(2_345_678)]).toEqual(["1 kB", "912 kB", "2.3 MB"]);
  expect(lost({ what: "notes", rows: 3, or_more: false })).toBe("3 notes");
  expect(lost({ what: "notes", rows: 3, or_more: true })).toBe("3 or more notes");
  expect(lost({ what: "notes", rows: 0, or_more: true })).toBe("notes: how many is not known");
});

test("each part of long work is told in words, with a number where there is one", () => {
  expect(far({ part: 0, done: 0, of: null }, "making")).toBe("Beginning");
  expect(far({ part: 1, done: 120_400, of: 535_000 }, "making")).toBe("Copying: 120.4 MB of 535.0 MB");
  expect(far({ part: 2, done: 0, of: null }, "making")).toBe("Checking the copy");
  expect(far({ part: 3, done: 5, of: 900 }, "making")).toBe("Copying to the other folder: 5 kB of 900 kB");
  expect(far({ part: 3, done: 0, of: null }, "making")).toBe("Checking the copy there");
  expect(far({ part: 2, done: 0, of: null }, "reading", 535_000_000)).toBe("Reading all of it, 535.0 MB");
  expect(far({ part: 2, done: 0, of: null }, "reading")).toBe("Reading all of it");
  expect([2, 1, 4].map((part) => far({ part, done: 1, of: part === 1 ? 2 : null }, "restoring", 9))).toEqual(["Reading all of it", "Keeping what is here: 1 kB of 2 kB", "Putting it in place"]);
});
