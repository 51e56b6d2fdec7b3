import type { Coefficient, Coefficients, CompetencyAgreement, PanelView, Panels } from "../../ipc/contract";
import { PART_WORD } from "../../ipc/words";
import { count } from "../../shared/time";
import { figure, percent } from "./grid";

/** What the two are about, as it stands beside their names. */
export const ABOUT = {
  agreement: { basis: "People who heard the same answers, as lead and scribe of one meeting.", none: "Nobody here was rated by a lead and a scribe of one meeting.", few: "Fewer than five candidates here were rated by a lead and a scribe of one meeting, so nothing is said of how far they agree." },
  consistency: { basis: "Separate interviews. Each heard other answers, so a difference may lie in the answers and not in the raters.", none: "Nobody here was rated in two separate interviews on one competency.", few: "Fewer than five candidates here were rated in two separate interviews, so nothing is said of how consistent they are." },
} as const;
export type Which = keyof typeof ABOUT;

/** One gap between raters, ready to be shown. */
export type GapLine = { candidate: string; competency: string; gap: number; given: { who: string; words: string; mean: number }[] };

export function gapLines(panels: Panels, view: PanelView): GapLine[] {
  const competencies = new Map(panels.competencies.map((one) => [one.id, one.name]));
  return view.given.map((one, at) => {
    const { low, high } = view.told.gaps[at]!;
    const given = one.given.map(({ interviewer, part, mean }) => ({ who: interviewer, mean, words: `${figure(mean)}${part ? `, ${PART_WORD[part].toLowerCase()}` : ""}` }));
    return { candidate: one.candidate_id, competency: competencies.get(one.competency_id) ?? one.competency_id, gap: high - low, given };
  });
}

/** What may have figures: five candidates or more. */
export const told = (view: PanelView): CompetencyAgreement[] => view.told.competencies.filter((one) => one.pairs !== null);
/** The sentence in the place of figures, where there are none. */
export function silence(which: Which, view: PanelView): string {
  if (told(view).length > 0) return "";
  return view.told.competencies.some((one) => one.units > 0) ? ABOUT[which].few : ABOUT[which].none;
}

const two = (value: number) => value.toFixed(2).replace("-", "−");
/** A coefficient with its interval, or why there is none. */
export function coefficientWords({ value, low, high, reason }: Coefficient): string {
  if (value === null) return `undefined: ${reason ?? ""}`;
  return low !== null && high !== null ? `${two(value)} (95 %: ${two(low)} to ${two(high)})` : `${two(value)}; no interval: ${reason ?? ""}`;
}

/** The names of the two correlations, which say for which panel they are. */
export const iccNames = (of: Coefficients): [string, string] => (of.panel === "same" ? ["ICC(2,1)", "ICC(2,k)"] : ["ICC(1,1)", "ICC(1,k)"]);

/** Of so many pairs, so many, as a share and as it is counted. */
export const share = (part: number, of: number): string => (of === 0 ? "–" : `${percent(part / of)} (${part} of ${of})`);

/** What did not enter, in sentences. */
export function leftOutWords({ hidden, after_seeing_others: late }: Panels): string[] {
  const words = [];
  if (hidden > 0) words.push(`${count(hidden, "candidate is", "candidates are")} left out until your own scorecard is submitted.`);
  if (late > 0) words.push(`${count(late, "scorecard was", "scorecards were")} submitted after another’s on the candidate was seen, and left out: what was not given independently says nothing of how raters agree.`);
  return words;
}
