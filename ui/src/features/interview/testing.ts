// A live interview against a core that answers as a test says, on a clock that a test moves.
import { afterEach, beforeEach, vi } from "vitest";
import type { InterviewLive, Phase } from "../../ipc/contract";

type Sent = [name: string, request: Record<string, unknown>];
/** What was asked of the core, in order. */
export const sent: Sent[] = [];
/** How the core answers now, and how long the laptop has slept in all; null where the system does not say. */
export const core = { answer: (_name: string, _request: Record<string, unknown>): unknown => undefined, asleep: 7000 as number | null };
vi.mock("../../ipc/call", () => ({
  call: async (name: string, request: Record<string, unknown>) => {
    sent.push([name, structuredClone(request)]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return core.answer(name, request);
  },
}));
vi.mock("../../ipc/awake", () => ({ slept: async () => core.asleep }));
const { Live } = await import("./state.svelte");

export const at = "2026-11-22T10:17:03Z";
export const plan = { slot_seconds: 3600, questions: [], drop_next: null };
export const entry = (id: string, text: string, change = {}) => ({ id, place: "a", kind: "note", link: null, text, at_seconds: 5, kept_at: at, rev: 1, ...change });
export const MEETING = { mode: "live", reason: "", elapsed_seconds: 0, late_minutes: 0, early_minutes: 0, adjustments: { more_minutes: 0, break_minutes: 0, questions_ahead: false } };
export function open(change: Record<string, unknown> = {}, phase: Phase = "live", elapsed_seconds = 600) {
  const question = (id: string) => ({ id, indicators: ["one", "two"], red_flags: ["flag"], probes: ["why?"] });
  const interview = {
    id: "i", started_at: "2026-11-22T09:00:00Z", at: "a", entries: [], ticks: [], drafts: [], part: null, host_id: null,
    meeting: { ...MEETING, phase, elapsed_seconds },
    content: { kit: { questions: ["a", "b"].map((question_id) => ({ question_id, required: true })), slot_minutes: 60 }, questions: [question("a"), question("b")] },
    records: ["a", "b"].map((question_id) => ({ question_id, rating: null, spent_seconds: 60, probes: [], deviation: null })),
    ...change,
  };
  return new Live({ interview, elapsed_seconds, plan, now: "2026-11-22T10:10:00Z", mine: true, beside: [], candidate: { practice: false } } as unknown as InterviewLive);
}
const QUIET = ["interview_turn", "plan_get"];
export const names = () => sent.filter(([name]) => !QUIET.includes(name)).map(([name]) => name);
export const of = (name: string) => sent.filter(([n]) => n === name).map(([, request]) => request);
const PHASES: Record<string, Phase> = { interview_begin: "live", interview_resume: "live", interview_pause: "paused", interview_end: "ended" };
export const fine = (name: string, request: Record<string, unknown>): unknown => {
  if (name === "entry_save") return { at, tick: null, entry: { ...request, id: request.entry_id } };
  if (name === "interview_set_phase") return { at, meeting: { ...MEETING, phase: request.phase, reason: request.reason ?? "" }, elapsed_seconds: 0, plan };
  if (name === "interview_set_slot" || name === "adjustment_set") return { at, meeting: { ...MEETING, phase: "live" }, elapsed_seconds: 0, plan: { ...plan, slot_seconds: 3000 } };
  if (name in PHASES) return { at, meeting: { ...MEETING, phase: PHASES[name] }, elapsed_seconds: 0, plan };
  return name === "plan_get" ? plan : { at, plan };
};

beforeEach(() => {
  vi.useFakeTimers();
  sent.length = 0;
  core.answer = fine;
  core.asleep = 7000;
});
afterEach(() => void vi.useRealTimers());
export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
