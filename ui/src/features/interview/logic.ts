import type { Entry, EntryKind, EntryLink, Interview, Place, Question, Rating, TypedAt } from "../../ipc/contract";

/** One note on screen. It is here from the moment of Enter, before the store has confirmed it. */
export type Note = {
  id: string;
  place: Place;
  kind: EntryKind;
  link: EntryLink | null;
  text: string;
  at_seconds: number;
  state: "saving" | "kept" | "refused";
  /** Whether the store has it, perhaps in an earlier form. */
  stored: boolean;
  /** What stood in the field and where, so that undoing the note puts it back there. */
  typed: TypedAt | null;
  why: string;
  removed: boolean;
};

export function noteOf({ id, place, kind, link, text, at_seconds }: Entry): Note {
  return { id, place, kind, link, text, at_seconds, state: "kept", stored: true, typed: null, why: "", removed: false };
}

/** "+2", "!1": the line that a note is evidence for, as it is typed. */
export const linkWords = (link: EntryLink): string => `${link.target === "indicator" ? "+" : "!"}${link.number}`;

/** What is read out before the first question. A page of its own on screen; what is written there is filed in General. */
export const OPENING = "opening";
/** What stands on screen. */
export type Spot = Place | typeof OPENING;
export const placeAt = (spot: Spot): Place => (spot === OPENING ? "general" : spot);
/** A question has its own title; the others have these. */
export const SPOT_WORDS: Record<string, string> = { [OPENING]: "Opening", candidate_questions: "Candidate’s questions", general: "General" };
export const spotsOf = (questions: string[]): Spot[] => [OPENING, ...questions, "candidate_questions", "general"];

/** Where an interview opens: at its opening before it begins; then where it was left, or at its first question where that place is no more. */
export function opensAt(interview: Interview): Spot {
  if (interview.meeting.phase === "prepared") return OPENING;
  const spots = spotsOf(inOrder(interview).map((q) => q.question.id));
  return spots.includes(interview.at) ? interview.at : (spots[1] ?? OPENING);
}

/** About what a line of the list shows of a title. */
const SHOWN = 18;
/**
 * The words at the end of each title that begins like another one and would be cut where they differ; none for the others.
 * The list keeps them in sight, and cuts before them.
 */
export function endings(titles: string[]): string[] {
  return titles.map((title) => {
    const alike = titles.some((other) => other !== title && other.slice(0, SHOWN) === title.slice(0, SHOWN));
    if (!alike || title.length <= SHOWN) return "";
    const found = /\s\S+(?:\s\S+)?$/u.exec(title)?.[0] ?? "";
    return found.length <= 12 ? found : (/\s\S+$/u.exec(title)?.[0] ?? "");
  });
}

/** The questions in kit order; the content may list them otherwise. */
export function inOrder(interview: Interview): { question: Question; required: boolean }[] {
  const { kit, questions } = interview.content;
  return kit.questions.flatMap((item) => {
    const question = questions.find((q) => q.id === item.question_id);
    return question ? [{ question, required: item.required }] : [];
  });
}

/** The one before or after this. */
export function neighbour(spots: Spot[], spot: Spot, step: 1 | -1): Spot {
  const index = spots.indexOf(spot) + step;
  return spots[Math.min(Math.max(index, 0), spots.length - 1)] ?? OPENING;
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

export const probeKey = (question: string, number: number | null): string => `${question}/${number ?? ""}`;
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
