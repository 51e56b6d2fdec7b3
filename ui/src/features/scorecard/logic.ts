import type { Interview, Place, Question, Rating, ReviewCompetency, ReviewPlace, ReviewFinding, ReviewQuestion } from "../../ipc/contract";
import { count } from "../../shared/time";

export type Line = { question: Question; number: number; required: boolean; rating: Rating | null };

/** The questions with their ratings, in kit order. */
export function lines(interview: Interview): Line[] {
  const { kit, questions } = interview.content;
  return kit.questions.flatMap((item, index) => {
    const question = questions.find((q) => q.id === item.question_id);
    if (!question) return [];
    const rating = interview.records.find((r) => r.question_id === question.id)?.rating ?? null;
    return [{ question, number: index + 1, required: item.required, rating }];
  });
}

/** "13 of 16 rated, 1 not asked, 1 could not judge, 1 not rated": only a level from 1 to 5 counts as rated. */
export function tally(all: { rating: Rating | null }[]): string {
  const of = (rating: Rating | null) => all.filter((line) => line.rating === rating).length;
  const rated = all.filter((line) => typeof line.rating === "number").length;
  const others: [number, string][] = [
    [of("not_asked"), "not asked"],
    [of("could_not_judge"), "could not judge"],
    [of(null), "not rated"],
  ];
  return [`${rated} of ${all.length} rated`, ...others.flatMap(([n, words]) => (n > 0 ? [`${n} ${words}`] : []))].join(", ");
}

/** "Not asked, but it has 3 notes and 1 tick": what speaks against it. */
export function seemsAsked({ notes, evidence, ticks, probes }: Pick<ReviewQuestion, "notes" | "evidence" | "ticks" | "probes">): string {
  const has = [
    evidence > ticks ? count(notes, "note") : "",
    ticks > 0 ? count(ticks, "tick") : "",
    probes > 0 ? count(probes, "probe") : "",
  ].filter(Boolean);
  return `Not asked, but it has ${has.join(", ").replace(/, ([^,]*)$/, " and $1")}`;
}

/** Where a note stands: "question 3, Ten long files", "General" or "Candidate’s questions". */
export function place(questions: { question_id: string; number: number; title: string }[], at: Place): string {
  const line = questions.find((q) => q.question_id === at);
  return line ? `question ${line.number}, ${line.title}` : at === "candidate_questions" ? "Candidate’s questions" : "General";
}

/** "3.5 from 2 of 3 questions". Missing is missing: without a rated question there is no mean. */
export function meanWords({ mean, rated, questions }: Pick<ReviewCompetency, "mean" | "rated" | "questions">): string {
  const of = `${questions} ${questions === 1 ? "question" : "questions"}`;
  return mean === null ? `no mean, ${rated} of ${of} rated` : `${mean.toFixed(1)} from ${rated} of ${of}`;
}

/** The findings of one place. */
export const foundAt = (findings: ReviewFinding[], at: ReviewPlace): ReviewFinding[] =>
  findings.filter((finding) => JSON.stringify(Object.entries(finding.at).toSorted()) === JSON.stringify(Object.entries(at).toSorted()));

export type Piece = { text: string; finding: ReviewFinding | null };

/**
 * A text cut at its findings. It may have been changed since: a finding whose words are not where it says is looked for,
 * and left out when they are gone.
 */
export function cut(text: string, findings: ReviewFinding[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const finding of findings.toSorted((a, b) => a.start - b.start)) {
    const start = startOf(text, finding, at);
    if (start < 0 || finding.words === "") continue;
    if (start > at) pieces.push({ text: text.slice(at, start), finding: null });
    at = start + finding.words.length;
    pieces.push({ text: text.slice(start, at), finding });
  }
  if (at < text.length) pieces.push({ text: text.slice(at), finding: null });
  return pieces;
}

function startOf(text: string, { words, start }: ReviewFinding, from: number): number {
  return start >= from && text.startsWith(words, start) ? start : text.indexOf(words, from);
}
