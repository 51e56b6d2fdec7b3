// What only the write-up says in words. A new value of the contract fails the type check here.
import type { LeftOpen, Missing, ReviewFinding, Topic } from "../../ipc/contract";

export const TOPIC_WORD: Record<Topic, string> = {
  age: "age",
  family: "family",
  pregnancy: "pregnancy",
  health: "health",
  disability: "disability",
  accent: "accent or first language",
  religion: "religion",
  origin: "origin",
  union: "union membership",
  politics: "politics",
  orientation: "orientation or gender identity",
  military: "military service",
  arrest_record: "arrests or convictions",
  salary_history: "salary history",
};

/** What stays in the way of submitting, and what to do. The first two are said at their fields instead. */
export const MISSING_WORD: Record<Missing, string> = {
  recommendation: "Choose one of the four.",
  reason: "Say why, in a sentence or two. The panel reads this first.",
  evidence: "There is no evidence yet. Go back to a question and tick what you heard, or keep a quote, a good sign or a concern.",
  unkept_note: "A note is typed but not kept. Keep it there with Enter, or clear it.",
  reason_words: "A reason for or against has no words. Write it, or take it out.",
  reason_evidence: "A reason for or against has no evidence. Choose some for it, or take it out.",
  own_rating_reason: "Your own rating of a competency has no reason. Say why it differs, or take it out.",
};

/** What may stay open, as it is said before locking. */
export const OPEN_WORD: Record<LeftOpen, string> = {
  unrated_required: "required questions not rated",
  unrated_optional: "optional questions not rated",
  no_evidence: "ratings without evidence",
  seems_asked: "questions said to be not asked that have notes, ticks or probes",
  follow_ups: "follow-ups without an answer",
  means: "means not confirmed",
};

/** One line about a word that the lint points at. */
export function findingAdvice(finding: Pick<ReviewFinding, "kind" | "topic">): string {
  if (finding.kind === "verdict") return "is a verdict. What was said or done that shows it?";
  return `may be about ${finding.topic ? TOPIC_WORD[finding.topic] : "a protected topic"}, which must not weigh in the decision.`;
}
