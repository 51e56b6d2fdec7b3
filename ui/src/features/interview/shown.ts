// Which notes of a place stand on screen, and in which rows.

/** Rows of the list of notes, in the text's own size (rem): what a note takes at least, however its text breaks. */
const LINE = 1.5;
const AROUND = 0.25;
const LETTER = 0.4375; // no letter of the list is narrower on average
const BESIDE = 6.25; // its time, its kind, and the edges of the list

/** How many of the last of these texts fill a list of this size (rem), each taken for as low as it can be. */
export function lastThatFill(texts: readonly string[], { inline, block }: { inline: number; block: number }): number {
  const letters = Math.max(1, Math.floor((inline - BESIDE) / LETTER));
  let room = block;
  let count = 0;
  while (room > 0 && count < texts.length) {
    const { length } = texts.at(-1 - count) ?? "";
    room -= AROUND + LINE * Math.max(1, Math.ceil(length / letters));
    count += 1;
  }
  return count;
}

/**
 * The row in which a note stands. As long as its place is on screen a note keeps its row, and with it the focus; the next place
 * takes the same rows again, so that going there writes other words into them and makes none.
 */
export class Rows {
  #place = "";
  #of = new Map<string, number>();

  of(place: string, id: string): number {
    if (place !== this.#place) [this.#place, this.#of] = [place, new Map()];
    const row = this.#of.get(id) ?? this.#of.size;
    this.#of.set(id, row);
    return row;
  }
}
