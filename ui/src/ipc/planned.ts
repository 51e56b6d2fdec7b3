// A planned interview on its way to being held, the same from every screen that lists one.
import { call } from "./call";
import type { PlannedCard } from "./contract";

/** So long before its start a planned interview is started and no longer prepared. */
const SOON_MS = 15 * 60_000;

/** What the next step with a planned interview is called. */
export function nextStep(card: Pick<PlannedCard, "state" | "appointment">, now: Date = new Date()): "Prepare" | "Start" | "Continue" | "Look" {
  if (card.state === "open") return "Continue";
  if (card.state === "over") return "Look";
  return new Date(card.appointment.starts_at).getTime() - now.getTime() > SOON_MS ? "Prepare" : "Start";
}

/** Where to go: into its interview, which is prepared where there is none yet; to the candidate, where the kit is open still, or where it must be asked first how long things are kept. */
export async function intoPlanned({ appointment, state, interview_id }: PlannedCard): Promise<{ path: string[]; query: Record<string, string> }> {
  if (interview_id !== null) return { path: state === "over" ? ["interview", interview_id, "scorecard"] : ["interview", interview_id], query: {} };
  const { candidate_id, kit_id, id } = appointment;
  const { ask } = await call("candidate_retention_get", { candidate_id });
  if (kit_id === null || ask) return { path: ["candidate", candidate_id], query: { start: "1", planned: id } };
  const live = await call("interview_start", { candidate_id, kit_id, appointment_id: id });
  return { path: ["interview", live.interview.id], query: {} };
}
