// What a reason can rest on: quotes, good signs, concerns and ticks of this interview, named so that a person knows them.
import type { EntryId, Interview, Reason, TickRef } from "../../ipc/contract";
import { KIND_WORD } from "../../ipc/words";
import { lines } from "./logic";

export type Evidence = { key: string; what: string; words: string; where: string; entry: EntryId | null; tick: TickRef | null };
/** A reason while it is written. Its key stays when another is taken out. */
export type Written = Reason & { key: number };

export const REASONS_MAX = 3;
/** As the core counts it: what was said, done or heard. */
const KINDS = new Set(["quote", "good", "concern", "code"]);
const tickKey = (tick: TickRef): string => `${tick.question_id} ${tick.target} ${tick.number}`;

/** In kit order; what stands under no question comes last. A plain note is there only where a reason cites it already. */
export function evidence(interview: Interview, cited: Reason[] = []): Evidence[] {
  const citedNotes = new Set(cited.flatMap((reason) => reason.entry_ids));
  const notes = (at: string, where: string): Evidence[] =>
    interview.entries
      .filter((entry) => entry.place === at && (KINDS.has(entry.kind) || (citedNotes.has(entry.id) && entry.kind !== "follow_up")))
      .map((entry) => ({ key: entry.id, what: KIND_WORD[entry.kind], words: entry.text, where, entry: entry.id, tick: null }));
  const asked = lines(interview).flatMap(({ question, number }) => {
    const where = `${number} ${question.title}`;
    const ticks = interview.ticks
      .filter((tick) => tick.question_id === question.id)
      .map(({ question_id, target, number }) => {
        const tick = { question_id, target, number };
        const flag = target === "red_flag";
        const words = (flag ? question.red_flags : question.indicators)[number - 1] ?? "";
        return { key: tickKey(tick), what: flag ? "Red flag" : "Good signal", words, where, entry: null, tick };
      });
    return [...notes(question.id, where), ...ticks];
  });
  return [...asked, ...notes("candidate_questions", "Candidate’s questions"), ...notes("general", "General")];
}

export const cites = (reason: Reason, piece: Evidence): boolean =>
  piece.entry !== null ? reason.entry_ids.includes(piece.entry) : reason.ticks.some((tick) => tickKey(tick) === piece.key);

/** Cites it, or no longer does. */
export function toggle(reason: Reason, piece: Evidence): void {
  const cited = cites(reason, piece);
  if (piece.entry !== null) {
    const id = piece.entry;
    reason.entry_ids = cited ? reason.entry_ids.filter((other) => other !== id) : [...reason.entry_ids, id];
  } else if (piece.tick) {
    reason.ticks = cited ? reason.ticks.filter((tick) => tickKey(tick) !== piece.key) : [...reason.ticks, piece.tick];
  }
}

/** The reasons as they are kept: without empty ones, and without what is not in the interview any more. */
export function kept(interview: Interview, written: Written[]): Reason[] {
  const notes = new Set(interview.entries.filter((entry) => entry.kind !== "follow_up").map((entry) => entry.id));
  const ticks = new Set(interview.ticks.map(tickKey));
  return written
    .filter((reason) => !isEmpty(reason))
    .map(({ text, entry_ids, ticks: named }) => ({
      text,
      entry_ids: entry_ids.filter((id) => notes.has(id)),
      ticks: named.filter((tick) => ticks.has(tickKey(tick))).map(({ question_id, target, number }) => ({ question_id, target, number })),
    }));
}

export const isEmpty = (reason: Reason): boolean => reason.text.trim() === "" && reason.entry_ids.length + reason.ticks.length === 0;

let last = 0;
export const written = (reason: Reason = { text: "", entry_ids: [], ticks: [] }): Written => ({
  key: ++last,
  text: reason.text,
  entry_ids: [...reason.entry_ids],
  ticks: [...reason.ticks],
});
