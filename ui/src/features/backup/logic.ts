import type { BackupCard, BackupKind, Counts, Job, LogCarried, PersonChange, PersonCount, RescueLost } from "../../ipc/contract";
import { count } from "../../shared/time";

/** What a backup was made for. A new kind fails the type check here. */
export const KIND: Record<BackupKind, string> = {
  daily: "made by itself",
  asked: "made when you asked",
  before_import: "before an import",
  before_restore: "before a restore",
  before_update: "before an update",
  other: "another file",
};

export const size = (bytes: number): string => (bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`);

/** Long work on this page. */
export type Work = "making" | "reading" | "restoring";

const PARTS: Record<Work, string[]> = {
  making: ["Beginning", "Copying", "Checking the copy", "Copying to the other folder"],
  reading: ["Beginning", "", "Reading all of it"],
  restoring: ["Beginning", "Keeping what is here", "Reading all of it", "Copying to the other folder", "Putting it in place"],
};

/** How far it is. How much of a check is to come nobody knows, so nothing is counted then but how much there is, in bytes, where that is known. */
export function far({ part, done, of }: Pick<Job, "part" | "done" | "of">, work: Work, bytes = 0): string {
  if (part === 3 && of === null) return "Checking the copy there";
  const what = PARTS[work][part] ?? "";
  if (of !== null) return `${what}: ${size(done * 1000)} of ${size(of * 1000)}`;
  return bytes > 0 && work === "reading" ? `${what}, ${size(bytes)}` : what;
}

/** A row for each thing that is counted: its name, how many now, how many then, and the difference in words. */
export function rows(here: Counts | null, then: Counts, log: LogCarried): [string, number | string, number, string][] {
  // What cannot be counted is no number.
  if (!here) return rows(then, then, log).map(([name, , n]) => [name, "–", n, ""]);
  const now = here;
  const counted: [string, number, number][] = [
    ["Candidates", now.candidates, then.candidates],
    ["Interviews", now.interviews, then.interviews],
    ["Notes", now.notes, then.notes],
    ["Ratings", now.ratings, then.ratings],
    ["Submitted scorecards", now.scorecards, then.scorecards],
    ["Decisions", now.decisions, then.decisions],
    ["Attached files", now.attachments, then.attachments],
    ["Questions", now.questions, then.questions],
  ];
  return [...counted.map(([name, n, t]): [string, number, number, string] => [name, n, t, difference(n, t)]), ["Lines of the log", now.log_lines, then.log_lines, ofLog(now.log_lines, then.log_lines, log)]];
}

const difference = (now: number, then: number) => (now > then ? `${now - then} fewer` : then > now ? `${then - now} more` : "");

/** The log goes on where it can: what came after the backup is added to it. */
const ofLog = (now: number, then: number, log: LogCarried) => (log.carried > 0 ? `${log.carried} carried over` : log.left > 0 ? `${log.left} of those here not in it` : difference(now, then));

/** In a line: what a person first asks for. */
export const inShort = (counts: Counts): string => `${count(counts.candidates, "candidate")}, ${count(counts.interviews, "interview")}, ${count(counts.notes, "note")}, ${count(counts.scorecards, "submitted scorecard")}`;

const of = (one: PersonCount) => `${count(one.interviews, "interview")}, ${count(one.notes, "note")}, ${count(one.scorecards, "scorecard")}`;

/** What a restore does to one person. */
export function change(one: PersonChange): string {
  if (!one.then) return one.now ? `only here, would be gone: ${of(one.now)}` : "";
  if (!one.now) return `only in the backup, comes back: ${of(one.then)}`;
  return `now ${of(one.now)}; in the backup ${of(one.then)}`;
}

/** What is lost of one kind. Where even the number cannot be read, it is not made up. */
export const lost = (one: RescueLost): string => (one.rows === 0 ? `${one.what}: how many is not known` : `${one.rows}${one.or_more ? " or more" : ""} ${one.what}`);

/** The same backup in both places is one line. */
export function together(all: BackupCard[]): { card: BackupCard; places: string }[] {
  const first = all.filter((card, i) => all.findIndex((other) => other.name === card.name) === i);
  return first.map((card) => {
    const places = all.filter((other) => other.name === card.name).map((other) => other.place);
    const own = places.includes("own");
    return { card: { ...card, place: own ? "own" : "chosen" }, places: places.length > 1 ? "here and in the folder" : own ? "here" : "in the folder" };
  });
}
