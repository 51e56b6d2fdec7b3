import { call } from "../../ipc/call";
import type { CandidateField, CandidateImported, CandidateImportPreview, PersonChoice } from "../../ipc/contract";
import { base64 } from "../../ipc/picture";
import { ImportJob } from "./job.svelte";

/** Candidates on their way in: looked at, corrected, looked at again; nothing is written before `confirm`. */
export class Importing extends ImportJob<CandidateImported> {
  name = $state("");
  role_id = $state("");
  round_id = $state("");
  preview = $state.raw<CandidateImportPreview | null>(null);
  /** The sentences that stay, by their numbers in the preview. */
  keep = $state.raw<number[]>([]);
  #bytes = "";
  #columns: (CandidateField | null)[] | null = null;
  #people: PersonChoice[] = [];

  async take(name: string, file: Blob | null): Promise<void> {
    if (this.busy) return;
    this.again();
    if (!this.readable(name, file)) return;
    this.busy = true;
    try {
      this.#bytes = await base64(file);
    } catch {
      return void (this.failure = { code: "invalid", message: `${name} could not be read. Choose it again.` });
    } finally {
      this.busy = false;
    }
    this.name = name;
    await this.look();
  }

  /** Looks at the file as it is to be read now. */
  look(): Promise<void> {
    return this.anew(async () => void (this.preview = await call("candidate_import_preview", this.#request())));
  }
  /** A column is something else than it was taken for. */
  correct(at: number, field: CandidateField | null): Promise<void> {
    const before = this.#columns;
    // What was numbered may not be in the notes any more.
    this.keep = [];
    const columns = this.preview?.columns.map((column) => column.field) ?? [];
    columns[at] = field;
    this.#columns = columns;
    return this.look().then(() => void (this.failure && (this.#columns = before)));
  }
  /** Who somebody is of whom only a person can say it. */
  who(choice: PersonChoice): Promise<void> {
    this.#people = [...this.#people.filter((one) => one.person !== choice.person), choice];
    return this.look();
  }
  /** A sentence stays, or does not. */
  decide(number: number, stays: boolean): void {
    const others = this.keep.filter((one) => one !== number);
    this.keep = stays ? [...others, number] : others;
  }
  confirm(): Promise<void> {
    return this.run(async () => void (this.done = await call("candidate_import", this.#request())));
  }
  /** Begins with another file. */
  again(): void {
    [this.name, this.preview, this.done, this.undone, this.failure] = ["", null, null, null, null];
    [this.#bytes, this.#columns, this.#people, this.keep] = ["", null, [], []];
  }

  #request() {
    return { name: this.name, bytes: this.#bytes, role_id: this.role_id, round_id: this.round_id || null, columns: this.#columns, keep: this.keep, people: this.#people };
  }
}
