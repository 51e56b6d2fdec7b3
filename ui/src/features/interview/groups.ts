// Which typing is undone together: what was written without a rest, cut at words.

const PAUSE = 1000;
const LONG = 20;
/** What a word ends with; Japanese and Chinese put no space after it. */
const END = /[\s、。，！？]$/u;

export class Groups {
  /** Begun with the time, so that typing after a reload never joins what was typed before it. */
  #group = Math.floor(Date.now() / 1000);
  #last = "";
  #time = 0;
  #written = 0;

  get now(): number {
    return this.#group;
  }

  /** Whatever is typed next is undone on its own. */
  next(text = ""): void {
    this.#group += 1;
    [this.#last, this.#written, this.#time] = [text, 0, 0];
  }

  /** The group of the typing that left this text. */
  of(text: string, now: number): number {
    const word = END.test(this.#last) && !END.test(text);
    const rested = this.#time > 0 && now - this.#time >= PAUSE;
    if (rested || (word && this.#written >= LONG)) this.next(this.#last);
    this.#written += Math.max(1, Math.abs(text.length - this.#last.length));
    [this.#last, this.#time] = [text, now];
    return this.#group;
  }
}
