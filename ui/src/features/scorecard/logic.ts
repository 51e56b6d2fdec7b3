import type { Interview, Question, Rating } from "../../ipc/contract";

export type Line = {
  question: Question;
  number: number;
  required: boolean;
  rating: Rating | null;
  entries: number;
  ticks: number;
  /** What the reviewer should look at again, or nothing. */
  missing: "unrated" | "no_evidence" | null;
};

const EVIDENCE = new Set(["quote", "good", "concern", "note"]);

/** The review list, in kit order. A follow-up is a question to ask, not evidence. "Not asked" needs none. */
export function review(interview: Interview): Line[] {
  const { kit, questions } = interview.content;
  return kit.questions.flatMap((item, index) => {
    const question = questions.find((q) => q.id === item.question_id);
    if (!question) return [];
    const rating = interview.records.find((r) => r.question_id === question.id)?.rating ?? null;
    const own = interview.entries.filter((e) => e.place === question.id);
    const ticks = interview.ticks.filter((t) => t.question_id === question.id).length;
    const evidence = ticks + own.filter((e) => EVIDENCE.has(e.kind)).length;
    const missing = rating === null ? "unrated" : typeof rating === "number" && evidence === 0 ? "no_evidence" : null;
    return [{ question, number: index + 1, required: item.required, rating, entries: own.length, ticks, missing }];
  });
}
