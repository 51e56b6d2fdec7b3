import type { Entry, MarkedLine } from "../../ipc/contract";

/** In the order of the conversation; what was written at one time, or afterwards, as it was kept. */
export const inTime = (entries: Entry[]): Entry[] => entries.toSorted((a, b) => a.at_seconds - b.at_seconds);

/** Only what was noticed. A line left alone means "not noted", so it says nothing. */
export const noted = (lines: MarkedLine[]): MarkedLine[] => lines.filter((line) => line.state !== null);

/** How long after a meeting, from minutes: "40 min", "2.5 h". */
export const hours = (minutes: number): string => (minutes < 60 ? `${minutes} min` : `${Math.round(minutes / 6) / 10} h`);
