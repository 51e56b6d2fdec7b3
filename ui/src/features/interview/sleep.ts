// Notices that the laptop slept: the page's own clock stands meanwhile.
import { slept } from "../../ipc/awake";

/** What is shorter is no break, in seconds. */
const SHORTEST = 5;

/**
 * What a page leaves behind of a live interview for the one after it: a laptop that sleeps locks the data, and the page then begins
 * anew. How many seconds it had lasted, how long the laptop had slept in all, and the wall's clock in milliseconds.
 */
export type Left = { seconds: number; total: number; wall: number };
const key = (id: string) => `left ${id}`;

export function leave(id: string, left: Left): void {
  try {
    sessionStorage.setItem(key(id), JSON.stringify(left));
  } catch {
    // Without storage a sleep is then told from a short absence by nobody, as after a crash.
  }
}

export function leftBehind(id: string): Left | null {
  try {
    const left = JSON.parse(sessionStorage.getItem(key(id)) ?? "null") as Left | null;
    return left && [left.seconds, left.total, left.wall].every(Number.isFinite) ? left : null;
  } catch {
    return null;
  }
}

export class Sleep {
  #total: number | null;
  #clocks = this.#read();

  constructor(total: number | null = null) {
    this.#total = total;
  }

  /** Seconds that the laptop has slept in all, at the last look; null where nobody says. */
  get total(): number | null {
    return this.#total;
  }

  /** Whole seconds slept since the last look; 0 when it was awake. Looked at once a second. */
  async look(): Promise<number> {
    const before = this.#clocks;
    this.#clocks = this.#read();
    // Where the system does not say, the wall's clock must do; it cannot be told there from one that was set ahead.
    const ahead = (this.#clocks.wall - before.wall - (this.#clocks.own - before.own)) / 1000;
    const total = await slept();
    const known = total !== null && this.#total !== null ? total - this.#total : 0;
    this.#total = total ?? this.#total;
    const seconds = Math.round(total === null ? ahead : known);
    return seconds >= SHORTEST ? seconds : 0;
  }

  #read() {
    return { wall: Date.now(), own: performance.now() };
  }
}
