import type { Entry, EntryKind, Interview, Question, Rating } from "../../ipc/contract";

/** One note on screen. It is here from the moment of Enter, before the store has confirmed it. */
export type Note = {
  /** The page's own number: steady while the store gives the id. */
  local: number;
  id: string | null;
  /** Where it was written; the store gives it its id there, and clears the draft it came from. */
  from: string | null;
  question_id: string | null;
  kind: EntryKind;
  text: string;
  at_seconds: number;
  state: "saving" | "kept" | "refused";
  why: string;
  removed: boolean;
};

export function noteOf(entry: Entry, local: number): Note {
  const { id, question_id, kind, text, at_seconds } = entry;
  return { local, id, from: question_id, question_id, kind, text, at_seconds, state: "kept", why: "", removed: false };
}

/** A place is a question's id, or null for notes on the interview in general. */
export type Place = string | null;

/**
 * Where an interview opens: where it was left. `at` is null both for a new interview and for one left in "General";
 * time spent on any question tells them apart.
 */
export function opensAt(interview: Interview): Place {
  const questions = interview.content.questions;
  if (interview.at !== null && questions.some((q) => q.id === interview.at)) return interview.at;
  const begun = interview.records.some((record) => record.spent_seconds > 0);
  return begun ? null : (inOrder(interview)[0]?.question.id ?? null);
}

/** The questions in kit order; the content may list them otherwise. */
export function inOrder(interview: Interview): { question: Question; required: boolean }[] {
  const { kit, questions } = interview.content;
  return kit.questions.flatMap((item) => {
    const question = questions.find((q) => q.id === item.question_id);
    return question ? [{ question, required: item.required }] : [];
  });
}

/** The place before or after this one; "General" stands after the last question. */
export function neighbour(places: Place[], place: Place, step: 1 | -1): Place {
  const index = places.indexOf(place) + step;
  return places[Math.min(Math.max(index, 0), places.length - 1)] ?? null;
}

export type Slot = { text: string; tight: boolean };
/** What is left of the slot: quiet until nine tenths are gone. */
export function slot(elapsed: number, minutes: number): Slot {
  const left = minutes * 60 - elapsed;
  const tight = elapsed >= minutes * 60 * 0.9;
  if (left <= -3600 * 3) return { text: "slot over", tight: false };
  if (left <= 0) return { text: `${Math.floor(-left / 60)} min over`, tight };
  return { text: `${Math.ceil(left / 60)} min left`, tight };
}

export type Tally = { rated: number; not_asked: number; could_not_judge: number; covered: number; all: number };

/** What has been decided. "Not asked" and "could not judge" are decisions, never ratings. */
export function tally(ratings: (Rating | null)[]): Tally {
  const of = (wanted: (rating: Rating | null) => boolean) => ratings.filter(wanted).length;
  return {
    rated: of((r) => typeof r === "number"),
    not_asked: of((r) => r === "not_asked"),
    could_not_judge: of((r) => r === "could_not_judge"),
    covered: of((r) => r !== null),
    all: ratings.length,
  };
}

/** "13 rated, 1 not asked, 2 to go" */
export function tallyWords({ rated, not_asked, could_not_judge, covered, all }: Tally): string {
  const parts = [[not_asked, "not asked"], [could_not_judge, "could not judge"], [all - covered, "to go"]] as const;
  return [`${rated} rated`, ...parts.filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}`)].join(", ");
}

export type Covered = { name: string; covered: number; all: number };
/** For each competency that the kit asks about, in the role's order: its questions that tell something, of all of them. */
export function coverage(competencies: { id: string; name: string }[], questions: { id: string; competency: string }[], covered: (question: string) => boolean): Covered[] {
  return competencies.flatMap(({ id, name }) => {
    const own = questions.filter((question) => question.competency === id);
    return own.length > 0 ? [{ name, covered: own.filter((question) => covered(question.id)).length, all: own.length }] : [];
  });
}

export const tickKey = (question: string, target: string, number: number): string => `${question}/${target}/${number}`;

export const RATING_KEYS: readonly { rating: Rating; digit: number }[] = [
  { rating: 5, digit: 5 },
  { rating: 4, digit: 4 },
  { rating: 3, digit: 3 },
  { rating: 2, digit: 2 },
  { rating: 1, digit: 1 },
  { rating: "could_not_judge", digit: 6 },
  { rating: "not_asked", digit: 7 },
];
