/** What a page reads when it opens: the data, or why there is none. */
export class Load<T, E = { code: string; message: string }> {
  data = $state.raw<T | null>(null);
  failure = $state.raw<E | null>(null);
  #read: () => Promise<T>;
  #turn = 0;

  /** Reads at once, unless `again` is called by an effect that follows what is asked for. */
  constructor(read: () => Promise<T>, atOnce = true) {
    this.#read = read;
    if (atOnce) void this.again();
  }

  /** Reads again; what is on screen stays until the answer is here. A slow older answer never wins. */
  async again(): Promise<void> {
    const turn = ++this.#turn;
    try {
      const data = await this.#read();
      if (turn === this.#turn) [this.data, this.failure] = [data, null];
    } catch (failure) {
      if (turn === this.#turn) this.failure = failure as E;
    }
  }
}
