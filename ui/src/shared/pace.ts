/**
 * When something may be done again that follows what a person changes: at once after a rest, and while they go on not more
 * often than this, in milliseconds.
 */
export const PACE = 250;

export class Pace {
  #last = -Infinity;
  #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Does it when it may be done. What is given back takes it away, as long as it was not done: something newer replaces it. */
  next(act: () => void): () => void {
    const timer = setTimeout(() => {
      this.#last = this.#now();
      act();
    }, Math.max(0, this.#last + PACE - this.#now()));
    return () => clearTimeout(timer);
  }
}
