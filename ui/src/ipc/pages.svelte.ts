import type { Failure } from "./contract";
import { asFailure } from "./failure";

/** A list that is read a page at a time: what follows is added to what is on screen. */
export class Pages<T> {
  /** The answers so far, in their order; null until the first is here. */
  pages = $state.raw<readonly T[] | null>(null);
  failure = $state.raw<Failure | null>(null);
  #read: (last: T | null) => Promise<T>;
  #turn = 0;

  /** `read` answers the page behind `last`, or the first one. Reads at once, unless `again` is called by an effect that follows what is asked for. */
  constructor(read: (last: T | null) => Promise<T>, atOnce = true) {
    this.#read = read;
    if (atOnce) void this.again();
  }

  /** From the beginning; what is on screen stays until the answer is here. A slow older answer never wins. */
  async again(): Promise<void> {
    await this.#add([]);
  }

  /** The page behind what is on screen; null where it could not be read, or is not wanted any more. */
  async further(): Promise<T | null> {
    return this.#add(this.pages ?? []);
  }

  async #add(before: readonly T[]): Promise<T | null> {
    const turn = ++this.#turn;
    try {
      const page = await this.#read(before.at(-1) ?? null);
      if (turn !== this.#turn) return null;
      [this.pages, this.failure] = [[...before, page], null];
      return page;
    } catch (thrown) {
      if (turn === this.#turn) this.failure = asFailure(thrown);
      return null;
    }
  }
}
