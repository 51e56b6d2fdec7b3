// Notices that the laptop slept: the page's own clock stands meanwhile.
import { slept } from "../../ipc/awake";

/** What is shorter is no break, in seconds. */
const SHORTEST = 5;

export class Sleep {
  #total: number | null = null;
  #clocks = this.#read();

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
