// Files attached to the interview. They have a saver of their own, so that a large photo never holds up a note.
import { thumbnail } from "../../ipc/attached";
import { call } from "../../ipc/call";
import { ATTACHMENT_BYTES_MAX, type Attachment, type AttachmentId, type AttachmentKind, type Failure, type Interview, type Place } from "../../ipc/contract";
import { Saver, watch, type SaveState } from "../../ipc/saver";
import { base64, small } from "../../ipc/picture";
import { newId } from "./id";

/** One attached file on screen. It is here from the moment it is dropped, before the store has confirmed it. */
export type Attached = {
  id: AttachmentId;
  place: Place;
  name: string;
  size: number;
  /** None before the store has looked at it. */
  kind: AttachmentKind | null;
  state: "saving" | "kept" | "removing" | "refused";
  /** Why it was not taken, or is still there. */
  why: Failure | null;
  thumb: string | null;
};
/** What is to be attached; without a file, what could not be read or is too large. */
export type Given = { name: string; file: Blob | null; size: number };

const attached = ({ id, place, name, size, kind }: Attachment): Attached => ({ id, place, name, size, kind, state: "kept", why: null, thumb: null });

export class Attachments {
  files = $state<Attached[]>([]);
  save = $state.raw<SaveState>({ savedAt: null, pending: false, failure: null });

  #interview: string;
  #tell: (words: string) => void;
  #given = new Map<AttachmentId, Blob>();
  #drawing = new Set<AttachmentId>();
  #saver = new Saver((state) => (this.save = state));
  #unwatch = watch(this.#saver);

  /** `tell` says what was done where it is seen while one writes. */
  constructor({ id, attachments }: Pick<Interview, "id" | "attachments">, tell: (words: string) => void) {
    [this.#interview, this.#tell] = [id, tell];
    this.files = attachments.map(attached);
  }

  /** What is shown at a place. What was refused is shown wherever one is by then, so that nobody misses it. */
  at(place: Place): Attached[] {
    return this.files.filter((file) => file.place === place || file.why !== null);
  }

  add(place: Place, given: Given[]): void {
    for (const { name, file, size } of given) {
      const id = newId();
      this.files.push({ id, place, name, size, kind: null, state: "saving", why: null, thumb: null });
      // What is far too large is not even read.
      if (size > ATTACHMENT_BYTES_MAX) this.#refuse(id, tooLarge(name, size));
      else if (!file) this.#refuse(id, unreadable(name));
      else {
        this.#given.set(id, file);
        this.#send(id);
        if (file.type.startsWith("image/")) void this.#preview(id, file);
      }
    }
  }

  /** Once more, after something was put right. */
  again(id: AttachmentId): void {
    const file = this.#file(id);
    if (!file || !this.#given.has(id)) return;
    [file.state, file.why] = ["saving", null];
    this.#send(id);
  }

  /** Takes the row of a file away that was not attached. */
  dismiss(id: AttachmentId): void {
    this.#given.delete(id);
    this.files = this.files.filter((file) => file.id !== id);
  }

  /** Removes it for good. */
  remove(id: AttachmentId): void {
    const file = this.#file(id);
    if (!file) return;
    [file.state, file.why] = ["removing", null];
    this.#saver.put({
      key: `remove ${id}`,
      send: () => call("attachment_remove", { attachment_id: id }),
      done: () => {
        this.#tell(`Removed: ${file.name}`);
        this.dismiss(id);
      },
      refused: (failure) => {
        if (failure.code === "not_found") this.dismiss(id);
        else [file.state, file.why] = ["kept", failure];
      },
    });
  }

  /** What the picture looks like, where that is not known yet. */
  async look(id: AttachmentId): Promise<void> {
    const file = this.#file(id);
    if (!file || file.thumb !== null || file.state !== "kept" || file.kind === null || this.#drawing.has(id)) return;
    file.thumb = await thumbnail({ id, kind: file.kind });
  }

  retry(): void {
    this.#saver.retry();
  }

  leave(): void {
    this.#unwatch();
  }

  #file(id: AttachmentId): Attached | undefined {
    return this.files.find((file) => file.id === id);
  }

  /** Sent again after a lost answer it has the same id, and is never attached twice. */
  #send(id: AttachmentId): void {
    const file = this.#file(id);
    const given = this.#given.get(id);
    if (!file || !given) return;
    const { place, name } = file;
    this.#saver.put({
      key: `file ${id}`,
      send: async () => call("attachment_add", { interview_id: this.#interview, attachment_id: id, place, name, bytes: await read(name, given) }),
      done: ({ attachment }) => {
        this.#given.delete(id);
        Object.assign(file, { ...attached(attachment), thumb: file.thumb });
        this.#tell(`Attached: ${file.name}`);
      },
      refused: (failure) => this.#refuse(id, failure),
    });
  }

  #refuse(id: AttachmentId, why: Failure): void {
    const file = this.#file(id);
    if (!file) return;
    [file.state, file.why] = ["refused", why];
    this.#tell(`Not attached: ${file.name}`);
  }

  async #preview(id: AttachmentId, given: Blob): Promise<void> {
    this.#drawing.add(id);
    const address = URL.createObjectURL(given);
    const thumb = await small(address);
    URL.revokeObjectURL(address);
    this.#drawing.delete(id);
    const file = this.#file(id);
    if (file) file.thumb = thumb;
  }
}

/** In the core's words. Rounded up, so that it is never as large as the most. */
const tooLarge = (name: string, size: number): Failure => ({
  code: "invalid",
  message: `"${name}" has ${(Math.ceil(size / 100_000) / 10).toFixed(1)} MB. The most is ${ATTACHMENT_BYTES_MAX / 1_000_000} MB; make the picture smaller. Nothing was attached.`,
});

const unreadable = (name: string): Failure => ({
  code: "invalid",
  message: `"${name}" cannot be read. A folder cannot be attached, and a file must still be where it was. Nothing was attached.`,
});

async function read(name: string, given: Blob): Promise<string> {
  try {
    return await base64(given);
  } catch {
    throw unreadable(name);
  }
}
