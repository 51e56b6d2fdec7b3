import type { Entry, MarkedLine } from "../../ipc/contract";

/** The candidate's own words come first, then the rest in the order of the conversation. */
export function quotesFirst(entries: Entry[]): Entry[] {
  const rank = (entry: Entry) => (entry.kind === "quote" ? 0 : 1);
  return entries.toSorted((a, b) => rank(a) - rank(b) || a.at_seconds - b.at_seconds);
}

/** Only what was noticed. A line left alone means "not noted", so it says nothing. */
export const noted = (lines: MarkedLine[]): MarkedLine[] => lines.filter((line) => line.state !== null);

/** How long after a meeting, from minutes: "40 min", "2.5 h". */
export const hours = (minutes: number): string => (minutes < 60 ? `${minutes} min` : `${Math.round(minutes / 6) / 10} h`);
