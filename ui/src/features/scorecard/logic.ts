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
    const own = interview.entries.filter((e) => e.question_id === question.id);
    const ticks = interview.ticks.filter((t) => t.question_id === question.id).length;
    const evidence = ticks + own.filter((e) => EVIDENCE.has(e.kind)).length;
    const missing = rating === null ? "unrated" : typeof rating === "number" && evidence === 0 ? "no_evidence" : null;
    return [{ question, number: index + 1, required: item.required, rating, entries: own.length, ticks, missing }];
  });
}

/** "13 of 16 rated, 1 not asked, 1 could not judge, 1 not rated": only a level from 1 to 5 counts as rated. */
export function tally(lines: Pick<Line, "rating">[]): string {
  const of = (rating: Rating | null) => lines.filter((line) => line.rating === rating).length;
  const rated = lines.filter((line) => typeof line.rating === "number").length;
  const others: [number, string][] = [
    [of("not_asked"), "not asked"],
    [of("could_not_judge"), "could not judge"],
    [of(null), "not rated"],
  ];
  return [`${rated} of ${lines.length} rated`, ...others.flatMap(([n, words]) => (n > 0 ? [`${n} ${words}`] : []))].join(", ");
}

/** Where a note is being written: "question 3, Ten long files", or "General". */
export function place(lines: Line[], question: string | null): string {
  const line = lines.find((l) => l.question.id === question);
  return line ? `question ${line.number}, ${line.question.title}` : "General";
}
