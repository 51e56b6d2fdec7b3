import type { CalendarMeeting, MeetingChoice } from "../../ipc/contract";

/** What a person says of a meeting: a candidate's id, "new:" and a name, or nothing where it is no interview. */
export type Pick = { who: string; kit: string };

/** Whoever is known is chosen at first; a name that was only guessed is not: most meetings are no interviews. */
export const firstPick = (meeting: CalendarMeeting): Pick => ({ who: meeting.candidate_id ?? "", kit: meeting.kit_id ?? "" });

/** The meetings to plan, as the core takes them. */
export function choicesOf(meetings: CalendarMeeting[], picks: Pick[]): MeetingChoice[] {
  return meetings.flatMap(({ uid, occurrence, change }, i) => {
    const pick = picks[i];
    if (change !== "new" || !pick || pick.who === "") return [];
    const isNew = pick.who.startsWith("new:");
    return [{ uid, occurrence, candidate_id: isNew ? null : pick.who, new_name: isNew ? pick.who.slice(4) : null, kit_id: pick.kit || null }];
  });
}
