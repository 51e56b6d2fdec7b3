import type { KitCheck, KitCoverage, QuestionId } from "../../ipc/contract";
import { count } from "../../shared/time";

/** A problem once, with every question that has it. */
export type Finding = { what: string; stops: boolean; questions: QuestionId[] };

/** The same sentence about several questions is said once. What stops comes first, as the core has it. */
export function findings(check: Pick<KitCheck, "problems">): Finding[] {
  const found = new Map<string, Finding>();
  for (const { what, stops, question_id } of check.problems) {
    const finding = found.get(what) ?? { what, stops, questions: [] };
    found.set(what, finding);
    if (question_id !== null && !finding.questions.includes(question_id)) finding.questions.push(question_id);
  }
  return [...found.values()];
}

/** How the plan fits the slot, in a sentence: no bar is needed to read it. */
export function slotWords(check: Pick<KitCheck, "required_minutes" | "optional_minutes" | "free_minutes">, candidate: number): string {
  const own = candidate > 0 ? `, ${candidate} for the candidate’s own questions` : "";
  const left = check.free_minutes < 0 ? `${count(-check.free_minutes, "minute")} too many` : `${check.free_minutes} free`;
  const optional = check.optional_minutes > 0 ? ` Optional questions need ${check.optional_minutes} more.` : "";
  return `${check.required_minutes} for what everyone is asked${own}, ${left}.${optional}`;
}

/** "2 + 1 optional", "1 optional", "none" */
export function coverageWords(line: Pick<KitCoverage, "required" | "optional">): string {
  if (line.required === 0 && line.optional === 0) return "none";
  if (line.required === 0) return `${line.optional} optional only`;
  return line.optional > 0 ? `${line.required} + ${line.optional} optional` : String(line.required);
}
