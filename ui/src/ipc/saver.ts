import type { Failure } from "./contract";
import { asFailure, TREATMENT } from "./failure";

export type SaveState = {
  /** When the store last confirmed something; the only source of "Saved 14:02:07". */
  savedAt: string | null;
  /** Something is waiting or on its way. */
  pending: boolean;
  /** Why saving does not work now; it goes on trying. */
  failure: Failure | null;
};

type Confirmed = { at: string };
type Job = {
  key: string;
  due: number;
  tries: number;
  dropped: boolean;
  quiet: boolean;
  send: () => Promise<Confirmed>;
  done: (answer: never) => void;
  refused: (failure: Failure) => void;
};
export type Save<T extends Confirmed> = {
  /** Jobs with one key replace each other while they wait. */
  key: string;
  send: () => Promise<T>;
  /** Milliseconds to gather more typing before sending; 0 for entries, ticks and ratings. */
  delay?: number;
  /** Bookkeeping nobody typed (time on a question): saved and awaited like the rest, but not shown as "Saved". */
  quiet?: boolean;
  done?: (answer: T) => void;
  /** The store said no for good (not: full disk); the text is the caller's to keep on screen. */
  refused?: (failure: Failure) => void;
};

// All times here are of the page's own clock: the system's may be set while something waits.
export const TYPING = 400;
const BACKOFF = [500, 1000, 2000, 4000, 8000];

/**
 * Saves in the order given, one at a time. Typing is gathered for 400 ms from its first key, never put off by later
 * ones, so that it is durable within a second. What fails for want of room or storage is kept and tried again.
 */
export class Saver {
  state: SaveState = { savedAt: null, pending: false, failure: null };
  #queue: Job[] = [];
  #busy = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retryAt = 0;
  #hurry = false;
  #idle: (() => void)[] = [];
  #changed: (state: SaveState) => void;

  constructor(changed: (state: SaveState) => void = () => {}) {
    this.#changed = changed;
  }

  put<T extends Confirmed>({ key, send, delay = 0, quiet = false, done = () => {}, refused = () => {} }: Save<T>): void {
    const due = performance.now() + delay;
    const waiting = this.#queue.find((job, i) => job.key === key && !this.#sending(i));
    if (waiting) Object.assign(waiting, { send, done, refused, due: Math.min(waiting.due, due) });
    else this.#queue.push({ key, due, tries: 0, dropped: false, quiet, send, done, refused });
    this.#set({ pending: this.#queue.some((job) => !job.quiet) });
    this.#schedule();
  }

  /** Forgets what waits under this key, because something newer made it pointless. */
  drop(key: string): void {
    const head = this.#queue[0];
    if (this.#busy && head?.key === key) head.dropped = true; // on its way; not to be tried again
    this.#queue = this.#queue.filter((job, i) => job.key !== key || this.#sending(i));
    this.#settle();
  }

  /** Whether anything waits or is on its way. */
  get unsaved(): boolean {
    return this.#queue.length > 0;
  }

  /** Resolves once everything is confirmed or refused. Waits as long as saving keeps failing. */
  flush(): Promise<void> {
    if (this.#queue.length === 0) return Promise.resolve();
    this.#hurry = true;
    this.#retryAt = 0;
    const idle = new Promise<void>((resolve) => this.#idle.push(resolve));
    this.#schedule();
    return idle;
  }

  /** Tries again now instead of at the next interval. */
  retry(): void {
    this.#retryAt = 0;
    this.#schedule();
  }

  #set(change: Partial<SaveState>): void {
    this.state = { ...this.state, ...change };
    this.#changed(this.state);
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    const head = this.#queue[0];
    if (this.#busy || !head) return;
    // Order is kept: whatever waits behind typing that is still being gathered sends that typing first.
    const due = this.#hurry ? 0 : Math.min(...this.#queue.map((job) => job.due));
    const wait = Math.max(0, Math.max(due, this.#retryAt) - performance.now());
    if (wait === 0) void this.#next(head);
    else this.#timer = setTimeout(() => this.#schedule(), wait);
  }

  async #next(job: Job): Promise<void> {
    this.#busy = true;
    const { send, done, refused } = job;
    let after = () => {};
    try {
      const answer = await send();
      this.#finish();
      this.#set(job.quiet ? { failure: null } : { savedAt: answer.at, failure: null });
      after = () => done(answer as never);
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (TREATMENT[failure.code].retry && !job.dropped) {
        this.#retryAt = performance.now() + (BACKOFF[Math.min(job.tries, BACKOFF.length - 1)] ?? 0);
        job.tries += 1;
        this.#supersede(job);
        this.#set({ failure });
      } else {
        this.#finish();
        after = () => refused(failure);
      }
    }
    this.#busy = false;
    try {
      after();
    } catch (fault) {
      console.error(fault); // the page's own fault, after the store's answer: never a reason to send again
    }
    this.#settle();
    this.#schedule();
  }

  #sending(index: number): boolean {
    return this.#busy && index === 0;
  }

  #finish(): void {
    this.#queue.shift();
    this.#retryAt = 0;
  }

  /** A failed head whose newer version already waits takes that version's content, and keeps its place. */
  #supersede(head: Job): void {
    const newer = this.#queue.findIndex((job, i) => i > 0 && job.key === head.key);
    const [job] = newer > 0 ? this.#queue.splice(newer, 1) : [];
    if (job) Object.assign(head, { send: job.send, done: job.done, refused: job.refused });
  }

  #settle(): void {
    if (this.state.pending && this.#queue.every((job) => job.quiet)) this.#set({ pending: false });
    if (this.#queue.length > 0 || this.#busy) return;
    this.#hurry = false;
    if (this.state.failure) this.#set({ failure: null });
    for (const resolve of this.#idle.splice(0)) resolve();
  }
}

/** Every saver of the page, so that closing the window can await them all; with what puts into it what nobody typed and is not on its way yet. */
const open = new Map<Saver, () => void>();
export function watch(saver: Saver, last: () => void = () => {}): () => void {
  open.set(saver, last);
  return () => void saver.flush().then(() => open.delete(saver));
}
export const unsaved = (): boolean => [...open.keys()].some((saver) => saver.unsaved);
export async function flush(): Promise<void> {
  for (const last of open.values()) last();
  await Promise.all([...open.keys()].map((saver) => saver.flush()));
}
