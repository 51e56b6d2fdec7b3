import type { Composite, DebriefRow, DecisionDraft, DecisionVersion, Outcome, PointKind, RaterMean, Standing, Stance } from "../../ipc/contract";
import { OUTCOME_WORD, PART_WORD } from "../../ipc/words";
import { count } from "../../shared/time";

export const OUTCOMES: readonly Outcome[] = ["hire", "no_hire", "hold", "another_round"];
export const STANCES: readonly Stance[] = ["with", "against"];
export const STANCE_WORD: Record<Stance, string> = { with: "With the formula", against: "Against the formula" };
export const KIND_WORD: Record<PointKind, string> = { risk: "Risk", follow_up: "Follow-up" };

/** "3.5", or a dash where nothing was rated. */
export const figure = (value: number | null): string => (value === null ? "–" : value.toFixed(2));

/** How much of the role the composite rests on. */
export const coverage = (of: Composite): string =>
  `${of.competencies_rated} of ${count(of.competencies, "competency", "competencies")} rated${of.weight > 0 ? `, ${Math.round((of.weight_rated / of.weight) * 100)} % of the weight` : ""}`;

/** "2 scorecards, 3 of 4 questions rated" */
export const covered = ({ figure: f }: Pick<DebriefRow, "figure">): string =>
  f.scorecards_asked === 0 ? "no scorecard asks about it" : `${count(f.scorecards_rated, "scorecard")}, ${f.questions_rated} of ${count(f.questions, "question")} rated`;

/** The rows with the largest gap first; without two raters there is none, and those stand last in the role's order. */
export const byGap = (rows: readonly DebriefRow[]): DebriefRow[] => rows.toSorted((a, b) => (b.gap ?? -1) - (a.gap ?? -1));

/** "1.5 levels apart", or why there is no gap. */
export function gapWords(row: DebriefRow): string {
  if (row.gap === null) return row.figure.scorecards_rated === 0 ? "not rated" : "one rating";
  return row.gap === 0 ? "all the same" : `${figure(row.gap)} ${row.gap === 1 ? "level" : "levels"} apart`;
}
export const far = (row: DebriefRow): boolean => row.gap !== null && row.gap >= 2;

/** "Ana Ruiz (lead) 3.5" without the name, which is isolated by itself. */
export const raterWords = (rater: RaterMean): string => `${rater.part ? ` (${PART_WORD[rater.part]})` : ""} ${rater.mean === null ? "no rating" : figure(rater.mean)}`;

/** What is known of who cannot be told apart. */
export function tieWords(standing: Standing): string {
  if (standing.tied === null) return "It is not known how firm this order is: nobody was rated by two people.";
  return standing.tied.length === 0 ? "Nobody else lies so close that the ratings cannot tell them apart." : "The ratings cannot tell these apart from the candidate:";
}

/** What is missing of a decision, as the core would say it; empty when it can be recorded. */
export function lacks(draft: DecisionDraft, rated: boolean): { outcome: string; reason: string; formula: string; dissent: string } {
  return {
    outcome: draft.outcome === null ? "Choose what is decided." : "",
    reason: draft.reason.trim() === "" ? "Say why. A decision is kept with its reason." : "",
    formula: rated && draft.formula === null ? "Say whether the decision goes with the formula or against it." : "",
    dissent: draft.dissent.some((one) => one.name.trim() === "" || one.words.trim() === "") ? "Give everyone who dissents a name and their reason, or take the line out." : "",
  };
}

export const blank = (): DecisionDraft => ({ outcome: null, level: "", role: "", reason: "", formula: null, dissent: [] });
export const isBlank = (draft: DecisionDraft): boolean => JSON.stringify(draft) === JSON.stringify(blank());

/** What a change of a decision starts from: everything but its reason, which is said anew. */
export function again(last: DecisionVersion): DecisionDraft {
  const { outcome, level, role, formula, dissent } = last.decision;
  return { outcome, level, role, formula: last.composite === null ? null : formula, reason: "", dissent: dissent.map((one) => ({ ...one })) };
}

/** "Hire", "with the formula" */
export function decisionParts({ decision }: DecisionVersion): string[] {
  return [OUTCOME_WORD[decision.outcome], ...(decision.formula ? [STANCE_WORD[decision.formula].toLowerCase()] : [])];
}
