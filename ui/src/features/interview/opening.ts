// The beginning of the entry in the field: which markers it has taken, and how one is given back.
import type { EntryKind } from "../../ipc/contract";
import { read, type Counts, type Mark } from "./markers";

export type Taken = { kind: EntryKind; mark: Mark | null; text: string };
export type Given = { text: string; caret: number; kind: EntryKind; mark: Mark | null };

export class Opening {
  #taken = "";
  /** A marker was given back as text, or came with a text that was not typed here: it stays text. */
  #literal = false;
  #last: { text: string; kind: EntryKind; mark: Mark | null } | null = null;
  #before: EntryKind = "note";

  /** Another text stands in the field now: a draft, or nothing. */
  begin(text: string): void {
    [this.#taken, this.#last] = ["", null];
    this.#literal = read(text, { indicator: 0, red_flag: 0 }).taken !== "";
  }

  /** Whether a marker made the entry what it is. */
  get marked(): boolean {
    return this.#taken !== "";
  }

  /** The text that typing would leave in the field, and the kind before. Null when there is nothing to take from it. */
  type(text: string, kind: EntryKind, counts: Counts): Taken | null {
    this.#last = null;
    if (this.#literal) return null;
    const found = read(this.#taken + text, counts);
    if (found.kind === null || found.taken.length <= this.#taken.length) return null;
    if (this.#taken === "") this.#before = kind;
    this.#taken = found.taken;
    this.#last = { text: found.text, kind: found.kind, mark: found.mark };
    return { kind: found.kind, mark: found.mark, text: found.text };
  }

  /** Text that was not typed (a paste) stands in the field; a marker at its beginning is a character. */
  pasted(text: string): void {
    this.#last = null;
    if (this.#taken === "" && read(text, { indicator: 0, red_flag: 0 }).taken !== "") this.#literal = true;
  }

  /** Everything was deleted: the next character may be a marker again. */
  emptied(): void {
    this.begin("");
  }

  /** Backspace straight after a marker, with the caret where the marker was: it becomes text again. */
  giveBack(text: string, caret: number): Given | null {
    const last = this.#last;
    if (!last || caret !== 0 || text !== last.text) return null;
    const given = { text: this.#taken + text, caret: this.#taken.length, kind: this.#before, mark: last.mark };
    [this.#taken, this.#last, this.#literal] = ["", null, true];
    return given;
  }
}
