// What an amendment says otherwise: only what differs from the newest version is sent.
import type { Interview, Judgement, OwnRating, QuestionRating, Rating, Reason, Recommendation, ScorecardChanges } from "../../ipc/contract";
import { lines } from "./logic";

export type Said = { recommendation: Recommendation; reason: string; reasons_for: Reason[]; reasons_against: Reason[]; own_ratings: OwnRating[]; ratings: Record<string, Rating | null> };

export const ratingIn = (judgement: Judgement, question: string): Rating | null => judgement.ratings.find((said) => said.question_id === question)?.rating ?? null;

/** The judgement as a form holds it: every question of the kit with its rating, or none. */
export function said(interview: Interview, judgement: Judgement): Said {
  const ratings = Object.fromEntries(lines(interview).map(({ question }) => [question.id, ratingIn(judgement, question.id)]));
  return structuredClone({ ...judgement, ratings });
}

/** The form as it was left: what is written of an amendment, over the version that it amends. */
export function resumed(before: Said, { ratings = [], ...changes }: ScorecardChanges): Said {
  const now = { ...before, ratings: { ...before.ratings, ...Object.fromEntries(ratings.map((one) => [one.question_id, one.rating])) } };
  const { recommendation, reason, reasons_for, reasons_against, own_ratings } = changes;
  return structuredClone({
    ...now,
    recommendation: recommendation ?? now.recommendation,
    reason: reason ?? now.reason,
    reasons_for: reasons_for ?? now.reasons_for,
    reasons_against: reasons_against ?? now.reasons_against,
    own_ratings: own_ratings ?? now.own_ratings,
  });
}

/** The changes; empty when nothing is said otherwise. */
export function changes(interview: Interview, newest: Judgement, now: Said): ScorecardChanges {
  const before = said(interview, newest);
  const differs = (key: keyof Said) => JSON.stringify(now[key]) !== JSON.stringify(before[key]);
  const ratings: QuestionRating[] = lines(interview).flatMap(({ question: { id } }) => (now.ratings[id] === before.ratings[id] ? [] : [{ question_id: id, rating: now.ratings[id] ?? null }]));
  return {
    ...(differs("recommendation") ? { recommendation: now.recommendation } : {}),
    ...(now.reason.trim() !== before.reason ? { reason: now.reason } : {}),
    ...(differs("reasons_for") ? { reasons_for: now.reasons_for } : {}),
    ...(differs("reasons_against") ? { reasons_against: now.reasons_against } : {}),
    ...(differs("own_ratings") ? { own_ratings: now.own_ratings } : {}),
    ...(ratings.length > 0 ? { ratings } : {}),
  };
}

/** The questions that one version rates otherwise than the one before. */
export function changedRatings(interview: Interview, before: Judgement, after: Judgement): { number: number; title: string; from: Rating | null; to: Rating | null }[] {
  return lines(interview)
    .map(({ question, number }) => ({ number, title: question.title, from: ratingIn(before, question.id), to: ratingIn(after, question.id) }))
    .filter(({ from, to }) => from !== to);
}
