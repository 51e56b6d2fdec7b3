// The kept notes, and their changes. A note is on screen from the moment of Enter, before the store has confirmed it.
import { call } from "../../ipc/call";
import type { DraftLink, DraftText, Entry, EntryKind, Place } from "../../ipc/contract";
import type { Desk } from "./desk";
import type { Drafts } from "./drafts.svelte";
import { newId } from "./id";
import { noteOf, type Note } from "./logic";
import type { Marks } from "./marks.svelte";

type Kept = { place?: Place; kind?: EntryKind; link?: DraftLink | null; text?: string };
export type Edit = { kind: EntryKind; text: string };

/** The screen follows what changes in it. */
function seen(note: Note): Note {
  const followed = $state(note);
  return followed;
}

export class Notes {
  /** In the order of time. */
  list = $state.raw<readonly Note[]>([]);
  /** Kept notes that are being changed. */
  edits = $state<Record<string, Edit | undefined>>({});

  /** By place, so that going to another question looks through nothing. */
  #places = $derived.by(() => {
    const places = new Map<Place, Note[]>();
    for (const note of this.list) {
      const notes = places.get(note.place);
      if (notes) notes.push(note);
      else places.set(note.place, [note]);
    }
    return places;
  });
  #desk: Desk;
  #drafts: Drafts;
  #marks: Marks;
  #drafted = new Set<string>(); // the edits that the store may have a draft of

  constructor(desk: Desk, drafts: Drafts, marks: Marks, entries: Entry[]) {
    [this.#desk, this.#drafts, this.#marks] = [desk, drafts, marks];
    this.list = entries.map((entry) => seen(noteOf(entry)));
  }

  /** Keeps what is written here as an entry; another place, kind, link or text when the markers in it say so. False when there is nothing to keep. */
  keep({ place = this.#desk.place, kind = this.#drafts.kind, link = this.#drafts.link, text = this.#drafts.text }: Kept = {}): boolean {
    const here = this.#desk.place;
    const draft = this.#drafts.at(here);
    const kept = text.trim();
    if (!draft || kept === "") return false;
    this.#desk.acts();
    this.#drafts.kept();
    const id = newId(this.list.at(-1)?.id);
    const note = seen({
      id, place, kind, link: link && { target: link.target, number: link.number }, text: kept, at_seconds: draft.at_seconds,
      state: "saving", stored: false, typed: { place: here, text: draft.text }, why: "", removed: false,
    });
    this.list = [...this.list, note];
    if (link) this.#marks.noticed(place, link, link.state);
    this.#send(id);
    return true;
  }

  /** The notes of a place, in the order of time. */
  at(place: Place): readonly Note[] {
    return this.#places.get(place) ?? [];
  }

  /** Begins to change a kept note. */
  open(id: string): void {
    const note = this.#find(id);
    if (note) this.edits[id] = { kind: note.kind, text: note.text };
  }

  /** The change as far as it is typed; it survives a restart. */
  type(id: string, edit: Edit): void {
    const note = this.#find(id);
    if (!note) return;
    this.edits[id] = edit;
    if (note.state === "refused" && !note.stored) return; // a change of what the store does not have
    this.#drafted.add(id);
    this.#drafts.send(note.place, id, { ...edit, link: this.#linkOf(note), at_seconds: note.at_seconds });
  }

  /** Leaves the note as it was. */
  close(id: string): void {
    const note = this.#find(id);
    delete this.edits[id];
    if (!note || !this.#drafted.delete(id)) return;
    this.#drafts.send(note.place, id, { kind: note.kind, link: null, text: "", at_seconds: note.at_seconds });
  }

  edit(id: string, { kind, text, place }: Edit & { place?: Place }): void {
    const note = this.#find(id);
    const changed = text.trim();
    if (!note || changed === "") return;
    const to = place ?? note.place;
    const moves = to !== note.place;
    const known = note.stored || note.state === "saving";
    if (changed !== note.text || kind !== note.kind || note.state === "refused") {
      this.#drafts.drop(note.place, id);
      this.#drafted.delete(id);
      delete this.edits[id];
      [note.text, note.kind] = [changed, kind];
      this.#send(id);
    } else this.close(id);
    if (!moves) return;
    note.place = to;
    if (known) this.#move(id, to);
    note.link = null; // the store drops it when the note is moved
  }

  remove(id: string, removed = true): void {
    const note = this.#find(id);
    if (!note) return;
    note.removed = removed;
    delete this.edits[id];
    this.#drafted.delete(id);
    if (note.state === "refused" && !note.stored) return;
    this.#desk.saver.put({
      key: `removal ${id}`,
      send: () => call(note.removed ? "entry_remove" : "entry_restore", { entry_id: id }),
      refused: (failure) => {
        note.removed = !note.removed;
        this.#desk.refuse(failure);
      },
    });
  }

  /** The notes of a place as the store has them; what is still on its way there stays. */
  restore(place: Place, entries: Entry[]): void {
    const stays = (note: Note) => note.place !== place || note.state !== "kept" || note.removed || entries.some((entry) => entry.id === note.id);
    const list = this.list.filter(stays);
    for (const entry of entries) {
      const at = list.findIndex((note) => note.id === entry.id);
      if (at < 0) list.push(seen(noteOf(entry)));
      else if (list[at]?.state === "kept") list[at] = seen(noteOf(entry));
    }
    this.list = list.sort((a, b) => (a.id < b.id ? -1 : 1)); // ids stand in the order of time
  }

  /** A note is in the middle of this change, as the store has it. */
  resume(id: string, { kind, text }: DraftText): void {
    this.edits[id] = { kind, text };
    this.#drafted.add(id);
  }

  /** No note of this place is being changed. */
  settle(place: Place): void {
    for (const { id } of this.list.filter((note) => note.place === place)) if (this.#drafted.delete(id)) delete this.edits[id];
  }

  #find(id: string): Note | undefined {
    return this.list.findLast((note) => note.id === id); // mostly one of the last
  }

  #linkOf({ place, link }: Note): DraftLink | null {
    return link && { ...link, state: this.#marks.ticked(link.target, link.number, place) ?? "heard" };
  }

  /** Sends the note as it is by then; under its id it is never kept twice. */
  #send(id: string): void {
    const note = this.#find(id);
    if (!note) return;
    [note.state, note.why] = ["saving", ""];
    this.#desk.saver.put({
      key: `entry ${id}`,
      send: () => {
        const { place, kind, text, at_seconds, typed } = note;
        return call("entry_save", { interview_id: this.#desk.id, entry_id: id, place, kind, link: this.#linkOf(note), text, at_seconds, typed: typed && { ...typed } });
      },
      done: ({ tick }) => {
        [note.state, note.stored, note.typed] = ["kept", true, null];
        if (note.link && tick) this.#marks.noticed(note.place, note.link, tick);
      },
      refused: (failure) => [note.state, note.why] = ["refused", failure.message],
    });
  }

  #move(id: string, place: Place): void {
    this.#desk.saver.put({ key: `move ${id}`, send: () => call("entry_move", { entry_id: id, place }), refused: (failure) => this.#desk.refuse(failure) });
  }
}
