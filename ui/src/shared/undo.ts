// WebKitGTK has no undo in text fields, so every field carries its own. Typing is grouped by word and by pause.
import { setText } from "./fieldtext";
import { composing, letter, mod } from "./keyboard";

export type Snapshot = { text: string; start: number; end: number };
const PAUSE = 1000;
const LIMIT = 200;

/** The grouped history of one text. Knows no field, so that it can be tested as data. */
export class History {
  #past: Snapshot[] = [];
  #future: Snapshot[] = [];
  #now: Snapshot;
  #last = { kind: "", time: 0 };

  constructor(text: string) {
    this.#now = { text, start: text.length, end: text.length };
  }

  /** A change was made. `kind` is the input type; equal kinds without pause or word end make one step. */
  record(next: Snapshot, kind: string, time: number): void {
    if (next.text === this.#now.text) return;
    const wordEnd = /\s$/.test(this.#now.text.slice(0, this.#now.end)) && !/\s$/.test(next.text.slice(0, next.end));
    const typed = kind === "insertText" || kind === "deleteContentBackward" || kind === "insertCompositionText";
    const joins = typed && kind === this.#last.kind && time - this.#last.time < PAUSE && !wordEnd;
    if (!joins) this.#past.push(this.#now);
    if (this.#past.length > LIMIT) this.#past.shift();
    this.#future = [];
    this.#now = next;
    this.#last = { kind, time };
  }

  undo(): Snapshot | null {
    return this.#step(this.#past, this.#future);
  }

  redo(): Snapshot | null {
    return this.#step(this.#future, this.#past);
  }

  /** Remembers where the caret is, so that undo brings it back there. */
  moved(start: number, end: number): void {
    this.#now = { ...this.#now, start, end };
  }

  get text(): string {
    return this.#now.text;
  }

  #step(from: Snapshot[], to: Snapshot[]): Snapshot | null {
    const next = from.pop();
    if (!next) return null;
    to.push(this.#now);
    this.#now = next;
    this.#last = { kind: "", time: 0 };
    return next;
  }
}

type TextField = HTMLInputElement | HTMLTextAreaElement;

/** A Svelte action: Mod+Z, Mod+Shift+Z and Mod+Y in this field. A text set by the page is a new beginning. */
export function undo(field: TextField): { destroy(): void } {
  let history = new History(field.value);
  const snapshot = (): Snapshot => ({ text: field.value, start: field.selectionStart ?? 0, end: field.selectionEnd ?? 0 });
  // What an input method composes is one step, taken when it is done; on its way it comes and goes.
  const done = (event: CompositionEvent) => history.record(snapshot(), "composition", event.timeStamp);
  const before = (event?: InputEvent) => {
    if (event?.isComposing) return;
    if (field.value !== history.text) history = new History(field.value);
    history.moved(field.selectionStart ?? 0, field.selectionEnd ?? 0);
  };
  const input = (event: Event) => {
    if (event instanceof InputEvent && (event.isComposing || event.inputType.startsWith("history"))) return;
    history.record(snapshot(), event instanceof InputEvent ? event.inputType : "programmatic", event.timeStamp);
  };
  const keydown = (event: KeyboardEvent) => {
    const redo = letter(event, "y");
    if (composing(event) || !mod(event) || !(redo || letter(event, "z"))) return;
    event.preventDefault();
    before();
    const to = redo || event.shiftKey ? history.redo() : history.undo();
    if (!to) return;
    setText(field, to.text, to);
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "historyUndo" }));
  };
  field.addEventListener("compositionstart", before as EventListener);
  field.addEventListener("beforeinput", before as EventListener);
  field.addEventListener("input", input);
  field.addEventListener("compositionend", done as EventListener);
  field.addEventListener("keydown", keydown as EventListener);
  return {
    destroy() {
      field.removeEventListener("compositionstart", before as EventListener);
      field.removeEventListener("beforeinput", before as EventListener);
      field.removeEventListener("input", input);
      field.removeEventListener("compositionend", done as EventListener);
      field.removeEventListener("keydown", keydown as EventListener);
    },
  };
}
