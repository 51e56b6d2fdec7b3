// The contract's closed lists in words, as they stand on every screen. A new value fails the type check here.
import { RATING_WORDS, type Background, type DeviationKind, type EntryKind, type KitCard, type Outcome, type Part, type Phase, type QuestionType, type Rating, type Recommendation, type Unjudged } from "./contract";

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

export const OUTCOME_WORD: Record<Outcome, string> = {
  hire: "Hire",
  no_hire: "No hire",
  hold: "Hold",
  another_round: "Another round",
};

export const DEVIATION_WORD: Record<DeviationKind, string> = {
  reworded: "Reworded",
  skipped: "Dropped",
};

export const PHASE_WORD: Record<Phase, string> = {
  prepared: "not begun",
  live: "under way",
  paused: "paused",
  ended: "ended",
  no_show: "candidate did not come",
  withdrawn: "candidate withdrew",
  interrupted: "to be continued",
};

export const PART_WORD: Record<Part, string> = {
  lead: "lead",
  scribe: "scribe",
};

export const UNJUDGED_WORD: Record<Unjudged, string> = {
  interrupted: "interrupted",
  out_of_time: "out of time",
  misunderstood: "misunderstood",
};

export const BACKGROUND_WORDS: Record<Background, string> = {
  after_submission: "The CV and what earlier interviewers noted may be read once your scorecard is submitted: what was read before colours what is heard.",
  before_interview: "This kit lets the CV and what earlier interviewers noted be read before the interview.",
};

export const TYPE_WORD: Record<QuestionType, string> = {
  knowledge: "Knowledge",
  scenario: "Scenario",
  behavioural: "Past behaviour",
};

/** "4 Above", "Not asked", "Could not judge, out of time". */
export function ratingWords(rating: Rating, cause: Unjudged | null = null): string {
  if (rating === "not_asked") return "Not asked";
  if (rating === "could_not_judge") return cause ? `Could not judge, ${UNJUDGED_WORD[cause]}` : "Could not judge";
  return `${rating} ${RATING_WORDS[rating - 1]}`;
}

/** "8 questions + 2 optional, 48 of 60 minutes planned": how much a kit asks. The plan is of what everyone is asked. */
export function kitWords(kit: Pick<KitCard, "required" | "optional" | "planned_minutes" | "slot_minutes">): string {
  const optional = kit.optional > 0 ? ` + ${kit.optional} optional` : "";
  return `${kit.required} ${kit.required === 1 ? "question" : "questions"}${optional}, ${kit.planned_minutes} of ${kit.slot_minutes} minutes planned`;
}
