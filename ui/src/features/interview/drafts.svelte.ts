// What is being typed, at each place: here first, in the store within a second.
import { call } from "../../ipc/call";
import type { DraftLink, DraftText, EntryKind, Place } from "../../ipc/contract";
import { TYPING } from "../../ipc/saver";
import type { Desk } from "./desk";
import { Groups } from "./groups";

export class Drafts {
  kind = $state<EntryKind>("note");
  /** Counts how often another text was put into the field than was typed. */
  put = $state(0);
  /** Counts what was typed, so that an answer never overwrites what was typed since it was asked for. */
  typed = 0;

  #desk: Desk;
  #link: DraftLink | null = null;
  #texts = new Map<Place, DraftText>(); // not shown through here: the composer's own text is what is on screen
  #groups = new Groups();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** The text being written at this place; `type` changes it. */
  get text(): string {
    return this.at(this.#desk.place)?.text ?? "";
  }

  get link(): DraftLink | null {
    return this.#link;
  }

  at(place: Place): DraftText | undefined {
    return this.#texts.get(place);
  }

  type(text: string): void {
    const { place } = this.#desk;
    const at_seconds = this.at(place)?.at_seconds ?? this.#desk.second;
    const draft = { kind: this.kind, link: this.#link, text, at_seconds };
    if (text === "") this.#texts.delete(place);
    else this.#texts.set(place, draft);
    this.send(place, null, draft);
  }

  setKind(kind: EntryKind): void {
    [this.kind, this.#link] = [kind, null];
    if (this.text !== "") this.type(this.text);
  }

  /** A marker was taken from the text, and this is left of it. Before its tick, so that undoing never brings back half a marker. */
  take(kind: EntryKind, link: DraftLink | null, text: string): void {
    [this.kind, this.#link] = [kind, link];
    this.type(text);
  }

  /** Saves a text that is being typed: at a place, or of a kept note that is being changed. */
  send(place: Place, entry_id: string | null, draft: DraftText): void {
    this.#desk.changed();
    this.typed += 1;
    const group = this.#groups.of(draft.text, performance.now());
    // A group that is not yet sent is not overwritten by the next: each is one step of undoing.
    this.#desk.saver.put({ key: this.#key(place, entry_id), delay: TYPING, send: () => call("draft_save", { interview_id: this.#desk.id, place, entry_id, ...draft, group }) });
  }

  /** It is kept, so that its draft need not be sent any more. */
  drop(place: Place, entry_id: string | null): void {
    this.#desk.saver.drop(this.#key(place, entry_id));
  }

  /** What stood in the field here was kept: the field is empty, and the next is a plain note. */
  kept(): void {
    const { place } = this.#desk;
    this.#texts.delete(place);
    this.drop(place, null);
    [this.kind, this.#link] = ["note", null];
    this.typed += 1;
    this.#groups.next();
  }

  /** The store's drafts of a place stand for those that were here. */
  restore(place: Place, draft: DraftText | null): void {
    if (draft) this.#texts.set(place, draft);
    else this.#texts.delete(place);
    if (place === this.#desk.place) this.show();
  }

  /** The field shows the draft of the place on screen. */
  show(): void {
    const draft = this.at(this.#desk.place);
    [this.kind, this.#link] = [draft?.kind ?? "note", draft?.link ?? null];
    this.#groups.next(draft?.text);
    this.put += 1;
  }

  /** What was typed until now is one step of undoing. */
  close(): void {
    this.#groups.next(this.text);
  }

  #key(place: Place, entry: string | null): string {
    return `draft ${place} ${entry ?? ""} ${this.#groups.now}`;
  }
}
