// The meeting's clock: it stands until the meeting begins, rests with it, and never goes back.
import { call } from "../../ipc/call";
import type { Failure, InterviewLive, MeetingNow, Mode, Phase } from "../../ipc/contract";
import type { Saver } from "../../ipc/saver";
import { Sleep } from "./sleep";

export class Meeting {
  readonly mode: Mode;
  phase = $state<Phase>("prepared");
  /** Whole seconds without pauses, brought up to date each second. */
  elapsed = $state(0);

  #id: string;
  #saver: Saver;
  #told: (now: MeetingNow) => void;
  #refused: (failure: Failure) => void;
  #base: number;
  #since = performance.now();
  #sleep = new Sleep();
  #asked = 0;

  constructor(live: InterviewLive, saver: Saver, told: (now: MeetingNow) => void, refused: (failure: Failure) => void) {
    const { meeting, id } = live.interview;
    [this.mode, this.phase] = [meeting.mode, meeting.phase];
    [this.#id, this.#saver, this.#told, this.#refused] = [id, saver, told, refused];
    this.#base = live.elapsed_seconds;
    this.elapsed = this.#base;
  }

  /** Seconds of the meeting, with their fractions. */
  get seconds(): number {
    return this.phase === "live" ? this.#base + (performance.now() - this.#since) / 1000 : this.#base;
  }

  get second(): number {
    return Math.floor(this.seconds);
  }

  begin(): void {
    if (this.phase !== "prepared") return;
    this.#turn("live", () => call("interview_begin", { interview_id: this.#id }));
  }

  pause(): void {
    if (this.phase !== "live") return;
    const [at_seconds, since] = [this.second, performance.now()];
    const ago = () => Math.round((performance.now() - since) / 1000);
    this.#turn("paused", () => call("interview_pause", { interview_id: this.#id, cause: "asked", at_seconds, ago_seconds: ago() }));
  }

  /** Goes on after a rest, or where it broke off or had ended. What is written down afterwards has no clock. */
  resume(): void {
    if (this.mode === "afterwards" || !["paused", "interrupted", "ended"].includes(this.phase)) return;
    this.#turn("live", () => call("interview_resume", { interview_id: this.#id }));
  }

  end(): void {
    if (this.phase !== "live" && this.phase !== "paused") return;
    const at_seconds = this.second;
    this.#turn("ended", () => call("interview_end", { interview_id: this.#id, at_seconds }));
  }

  /** Once a second. */
  tick(): void {
    this.elapsed = this.second;
    void this.#sleep.look().then((seconds) => {
      if (seconds > 0 && this.phase === "live") this.#slept(seconds);
    });
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
        this.#told(now);
      },
      refused: (failure) => {
        if (asked === this.#asked) this.#set(before);
        this.#refused(failure);
      },
    });
  }

  #set(phase: Phase): void {
    [this.#base, this.#since] = [this.seconds, performance.now()];
    this.phase = phase;
    this.elapsed = this.second;
  }
}
