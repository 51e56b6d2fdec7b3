// What is said of a meeting, in words.
import type { Adjustments, Meeting, MeetingEvent, Part, Phase } from "../../ipc/contract";
import { PHASE_WORD } from "../../ipc/words";
import { count, moment } from "../../shared/time";

const HAPPENED: Record<MeetingEvent, string> = {
  begin: "The interview has begun.",
  pause: "Paused.",
  resume: "The interview goes on.",
  end: "The interview has ended. You can still write.",
  no_show: "Marked: the candidate did not come.",
  withdraw: "Marked: the candidate withdrew.",
  interrupt: "Broken off, to be continued later.",
};
export const happened = (event: MeetingEvent): string => HAPPENED[event];

/** Why something cannot happen to a meeting now. */
export const notNow = (phase: Phase, timed: boolean): string =>
  !timed ? "Not now: this was held before it is written down, so no clock runs." : phase === "prepared" || phase === "no_show" ? "Not now: the interview has not begun." : `Not now: the interview stands at “${PHASE_WORD[phase]}”.`;

/** How it stands, with its times: "under way, begun today 10:02"; "held 24 Nov 14:00, written down afterwards, from today 16:20". */
export function standing({ mode, held_at, begun_at, ended_at }: Meeting, phase: Phase, started_at: string, now: Date): string {
  if (mode === "afterwards") {
    const written = `held ${moment(held_at ?? started_at, now)}, written down afterwards, from ${moment(started_at, now)}`;
    return phase === "withdrawn" ? `${PHASE_WORD[phase]}; ${written}` : written;
  }
  const times = [begun_at ? `begun ${moment(begun_at, now)}` : "", ended_at && phase !== "live" ? `ended ${moment(ended_at, now)}` : ""];
  return [PHASE_WORD[phase], ...times].filter(Boolean).join(", ");
}

/** "10 minutes more, 5 minutes of breaks, questions beforehand"; empty where nothing was agreed. */
export function agreed({ more_minutes, break_minutes, questions_ahead }: Adjustments): string {
  return [
    more_minutes > 0 ? `${count(more_minutes, "minute")} more` : "",
    break_minutes > 0 ? `${count(break_minutes, "minute")} of breaks` : "",
    questions_ahead ? "questions beforehand" : "",
  ].filter(Boolean).join(", ");
}

/** What the part means. */
export const PART_DOES: Record<Part, string> = { lead: "Lead: asks", scribe: "Scribe: writes" };

/** Where the kit's words leave room for it, until when notes are kept is read out with them. */
export function readOut(words: string, retention: string): string {
  return retention.trim() === "" ? words : words.replaceAll("[until when]", retention.trim());
}
