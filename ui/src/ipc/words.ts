// The contract's closed lists in words, as they stand on every screen. A new value fails the type check here.
import { RATING_WORDS, type DeviationKind, type EntryKind, type KitCard, type QuestionType, type Rating, type Recommendation } from "./contract";

export const KINDS: readonly EntryKind[] = ["note", "quote", "good", "concern", "follow_up", "code"];
export const KIND_WORD: Record<EntryKind, string> = {
  note: "Note",
  quote: "Quote",
  good: "Good",
  concern: "Concern",
  follow_up: "Follow-up",
  code: "Code",
};

export const RECOMMENDATIONS: readonly Recommendation[] = ["strong_no", "no", "yes", "strong_yes"];
export const RECOMMENDATION_WORD: Record<Recommendation, string> = {
  strong_no: "Strong no",
  no: "No",
  yes: "Yes",
  strong_yes: "Strong yes",
};

export const DEVIATION_WORD: Record<DeviationKind, string> = {
  reworded: "Reworded",
  skipped: "Dropped",
};

export const TYPE_WORD: Record<QuestionType, string> = {
  knowledge: "Knowledge",
  scenario: "Scenario",
  behavioural: "Past behaviour",
};

/** "4 Above", "Not asked". */
export function ratingWords(rating: Rating): string {
  if (rating === "not_asked") return "Not asked";
  if (rating === "could_not_judge") return "Could not judge";
  return `${rating} ${RATING_WORDS[rating - 1]}`;
}

/** "8 questions + 2 optional, 48 of 60 minutes planned": how much a kit asks. The plan is of what everyone is asked. */
export function kitWords(kit: Pick<KitCard, "required" | "optional" | "planned_minutes" | "slot_minutes">): string {
  const optional = kit.optional > 0 ? ` + ${kit.optional} optional` : "";
  return `${kit.required} ${kit.required === 1 ? "question" : "questions"}${optional}, ${kit.planned_minutes} of ${kit.slot_minutes} minutes planned`;
}
