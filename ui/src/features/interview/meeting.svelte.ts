// The meeting: what may happen to it and what was agreed about its time. Its clock stands until it begins, rests with it,
// and never goes back.
import { call } from "../../ipc/call";
import { PHASE_AFTER, type Adjustments, type Failure, type InterviewLive, type Meeting as Kept, type MeetingEvent, type MeetingNow, type Phase, type PhaseAsk } from "../../ipc/contract";
import { TYPING, type Saver } from "../../ipc/saver";
import { leave, leftBehind, Sleep, type Left } from "./sleep";

const CALLED: Partial<Record<Phase, PhaseAsk>> = { no_show: "no_show", withdrawn: "withdrawn", interrupted: "interrupted" };

export class Meeting {
  phase = $state<Phase>("prepared");
  /** Whole seconds without pauses, brought up to date each second. */
  elapsed = $state(0);
  /** Why it did not happen or broke off; may be empty. */
  reason = $state("");
  late = $state(0);
  early = $state(0);
  adjustments = $state.raw<Adjustments>() as Adjustments;
  /** As the store has it: when it was held or begun. */
  kept = $state.raw<Kept>() as Kept;

  #id: string;
  #saver: Saver;
  #told: (now: MeetingNow) => void;
  #refused: (failure: Failure) => void;
  #base: number;
  #since = performance.now();
  #sleep: Sleep;
  #asked = 0;

  constructor(live: InterviewLive, saver: Saver, told: (now: MeetingNow) => void, refused: (failure: Failure) => void) {
    const { meeting, id } = live.interview;
    this.kept = meeting;
    [this.phase, this.reason, this.late, this.early, this.adjustments] = [meeting.phase, meeting.reason, meeting.late_minutes, meeting.early_minutes, meeting.adjustments];
    [this.#id, this.#saver, this.#told, this.#refused] = [id, saver, told, refused];
    const left = meeting.phase === "live" ? leftBehind(id) : null;
    this.#sleep = new Sleep(left?.total);
    // The store takes a short absence for a part of the meeting; whether it was asleep meanwhile is asked first.
    this.#base = left ? Math.min(left.seconds, live.elapsed_seconds) : live.elapsed_seconds;
    this.elapsed = this.second;
    void this.#sleep.look().then((slept) => left && this.#cameBack(left, slept, live.elapsed_seconds));
    globalThis.addEventListener?.("pagehide", this.leave);
  }

  /** The page goes: what it knows of the time is for the one after it. */
  leave = (): void => {
    globalThis.removeEventListener?.("pagehide", this.leave);
    const { total } = this.#sleep;
    if (this.phase === "live" && total !== null) leave(this.#id, { seconds: this.seconds, total, wall: Date.now() });
  };

  /** Whether it is written down as it goes. What is written from paper afterwards has no clock. */
  get timed(): boolean {
    return this.kept.mode === "live";
  }

  /** Seconds of the meeting, with their fractions. */
  get seconds(): number {
    return this.phase === "live" ? this.#base + (performance.now() - this.#since) / 1000 : this.#base;
  }

  get second(): number {
    return Math.floor(this.seconds);
  }

  /** Whether this would change something now. */
  may(event: MeetingEvent): boolean {
    const after = this.#after(event);
    return after !== null && after !== this.phase;
  }

  /** Lets it happen, if it may. */
  happen(event: MeetingEvent): boolean {
    const after = this.#after(event);
    if (after === null || after === this.phase) return false;
    const [interview_id, at_seconds, since] = [this.#id, this.second, performance.now()];
    const called = CALLED[after];
    if (called) {
      this.reason = "";
      const at = this.phase === "live" ? at_seconds : null;
      this.#turn(after, () => call("interview_set_phase", { interview_id, phase: called, at_seconds: at }));
    } else if (event === "pause") {
      const ago = () => Math.round((performance.now() - since) / 1000);
      this.#turn(after, () => call("interview_pause", { interview_id, cause: "asked", at_seconds, ago_seconds: ago() }));
    } else if (event === "end") this.#turn(after, () => call("interview_end", { interview_id, at_seconds }));
    else if (event === "begin") this.#turn(after, () => call("interview_begin", { interview_id }));
    else this.#turn(after, () => call("interview_resume", { interview_id }));
    return true;
  }

  /** The first thing written or judged begins it. That somebody did not come is not undone by a note on it. */
  begin(): void {
    if (this.phase === "prepared") this.happen("begin");
  }

  /** Pauses it, or goes on: after a rest, where it broke off or had ended, or with someone who came after all. */
  turn(): boolean {
    return this.happen(this.phase === "live" ? "pause" : this.phase === "no_show" ? "begin" : "resume");
  }

  /** Why it did not happen or broke off, as far as it is written. */
  explain(reason: string): void {
    const phase = CALLED[this.phase];
    if (!phase) return;
    this.reason = reason;
    this.#agree("reason", () => call("interview_set_phase", { interview_id: this.#id, phase, reason }));
  }

  /** It began later or must end earlier, in minutes. */
  move(late_minutes: number, early_minutes: number): void {
    [this.late, this.early] = [late_minutes, early_minutes];
    this.#agree("slot", () => call("interview_set_slot", { interview_id: this.#id, late_minutes, early_minutes }));
  }

  /** What was agreed for the candidate; never why. */
  adjust(change: Partial<Adjustments>): void {
    const adjustments = { ...this.adjustments, ...change };
    this.adjustments = adjustments;
    this.#agree("adjustments", () => call("adjustment_set", { interview_id: this.#id, adjustments }));
  }

  /** Once a second. */
  tick(): void {
    this.elapsed = this.second;
    void this.#sleep.look().then((seconds) => {
      if (seconds > 0 && this.phase === "live") this.#slept(seconds);
    });
  }

  #after(event: MeetingEvent): Phase | null {
    if (this.timed) return PHASE_AFTER[this.phase][event] ?? null;
    // It was over before it was written down.
    return event === "withdraw" ? "withdrawn" : event === "resume" && this.phase === "withdrawn" ? "ended" : null;
  }

  /** What passed since the last page while the laptop was awake belongs to the meeting, as far as the store says so too; the sleep does not. */
  #cameBack({ seconds, wall }: Left, slept: number, most: number): void {
    if (this.phase !== "live") return;
    const awake = Math.max(0, (Date.now() - wall) / 1000 - slept);
    [this.#base, this.#since] = [Math.max(this.#base, Math.min(seconds + awake, most)), performance.now()];
    this.elapsed = this.second;
    if (slept > 0) this.#slept(slept);
  }

  /** Our clock stood while the laptop slept; the store is told of it as a pause that is over. */
  #slept(ago_seconds: number): void {
    const at_seconds = this.second;
    this.#turn("live", () => call("interview_pause", { interview_id: this.#id, cause: "sleep", at_seconds, ago_seconds }));
    this.#turn("live", () => call("interview_resume", { interview_id: this.#id }));
  }

  #turn(phase: Phase, send: () => Promise<MeetingNow>): void {
    const before = this.phase;
    const asked = ++this.#asked;
    this.#set(phase);
    this.#saver.put({
      key: `meeting ${asked}`,
      send,
      done: (now) => {
        if (asked === this.#asked) this.#set(now.meeting.phase);
        this.#heard(now);
      },
      refused: (failure) => {
        if (asked === this.#asked) this.#set(before);
        this.#refused(failure);
      },
    });
  }

  /** What is typed about the meeting. A change of phase in between is sent in its turn: what was typed before it goes first. */
  #agree(what: string, send: () => Promise<MeetingNow>): void {
    this.#saver.put({ key: `meeting ${what} ${this.#asked}`, delay: TYPING, send, done: (now) => this.#heard(now), refused: this.#refused });
  }

  #heard(now: MeetingNow): void {
    this.kept = now.meeting;
    this.#told(now);
  }

  #set(phase: Phase): void {
    [this.#base, this.#since] = [this.seconds, performance.now()];
    this.phase = phase;
    this.elapsed = this.second;
  }
}
