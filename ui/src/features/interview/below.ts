// What of a place stands under the edge of its box, in words: nobody scrolls to what they do not know of.
import { count } from "../../shared/time";

/** In the order in which they stand. */
const NAMES = ["probe", "good signal", "red flag"] as const;
export type Under = Record<(typeof NAMES)[number], number> & { rating: boolean; notes: boolean };

/** How many of these lines, by where they end, go on under the edge. What ends less than `slack` below it has its words above. */
export const under = (ends: readonly number[], edge: number, slack: number): number => ends.filter((end) => end > edge + slack).length;

const told = (parts: string[]): string => (parts.length > 0 ? `${parts.join(", ")} below` : "");
const counted = (what: Under, names: readonly (typeof NAMES)[number][]) => names.filter((name) => what[name] > 0).map((name) => count(what[name], name));

/** Over the two columns of signals and flags. */
export const besideWords = (what: Under): [string, string] => [told(counted(what, ["probe", "good signal"])), told(counted(what, ["red flag"]))];

/** Where everything stands in one column. */
export const stackedWords = (what: Under): string =>
  told([...counted(what, NAMES), ...(what.rating ? ["rating"] : []), ...(what.notes ? ["notes"] : [])]);
