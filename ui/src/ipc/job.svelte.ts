import { call } from "./call";

/** How often a long piece of work is asked how far it is, in milliseconds. Short work is over before it is asked. */
const BETWEEN = 200;

/** How far it is: which part of the work, pages that are laid out, and how much is done of how much. */
export type Seen = { part: number; laid_out: number; done: number; of: number | null };

/** Long work of the core, as whoever waits for it sees it: how far it is, and stopping it. */
export class Job {
  /** How far it is; null while there is nothing to tell. */
  seen = $state.raw<Seen | null>(null);
  /** Whether it was asked to stop, and has not yet. */
  stopping = $state(false);

  /** Does the work under a name of its own, and looks how far it is until the answer is here. */
  async run<T>(work: (job: string) => Promise<T>): Promise<T> {
    const job = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(16)).join("-");
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const look = async () => {
      try {
        // Stopping waits until there is something to stop: the person may still be asked where to.
        const { under_way, ...seen } = await call(this.stopping ? "job_stop" : "job_get", { job });
        if (!over) this.seen = under_way ? seen : null;
      } catch {
        // The work itself will say what is wrong.
      }
      if (!over) timer = setTimeout(look, BETWEEN);
    };
    timer = setTimeout(look, BETWEEN);
    try {
      return await work(job);
    } finally {
      over = true;
      clearTimeout(timer);
      [this.seen, this.stopping] = [null, false];
    }
  }

  /** Stops it as soon as it can be: before it has begun, when it begins. */
  stop(): void {
    this.stopping = true;
  }
}
