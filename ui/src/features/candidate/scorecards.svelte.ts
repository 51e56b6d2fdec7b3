import { call } from "../../ipc/call";
import type { MappingChoice, PersonChoice, ScorecardImport, ScorecardImported, ScorecardImportPreview } from "../../ipc/contract";
import { base64 } from "../../ipc/picture";
import { ImportJob } from "./job.svelte";

/** Scorecards on their way in: looked at first; nothing is written before `confirm`. */
export class ScorecardImporting extends ImportJob<ScorecardImported> {
  name = $state("");
  role_id = $state("");
  candidate_id = $state("");
  preview = $state.raw<ScorecardImportPreview | null>(null);
  #people: PersonChoice[] = [];
  #mapping: MappingChoice[] = [];
  #bytes = "";

  async take(name: string, file: Blob | null): Promise<void> {
    if (this.busy) return;
    this.again();
    if (!this.readable(name, file)) return;
    await this.run(async () => {
      this.#bytes = await base64(file);
      this.name = name;
      this.preview = await call("scorecard_import_preview", this.#request());
    });
  }
  /** All of them are about this candidate; about whom the file says where it is empty. */
  about(candidate_id: string): Promise<void> {
    return this.run(async () => {
      this.preview = await call("scorecard_import_preview", { ...this.#request(), candidate_id: candidate_id || null });
      this.candidate_id = candidate_id;
    });
  }
  /** Who somebody is whom the file does not name, or of whom only a person can say it. */
  who(choice: PersonChoice): Promise<void> {
    this.#people = [...this.#people.filter((one) => one.person !== choice.person), choice];
    return this.#look();
  }
  /** What a word of another scale is shown as. */
  map(choice: MappingChoice): Promise<void> {
    this.#mapping = [...this.#mapping.filter((one) => one.overall !== choice.overall || one.said !== choice.said), choice];
    return this.#look();
  }
  confirm(): Promise<void> {
    return this.run(async () => void (this.done = await call("scorecard_import", this.#request())));
  }
  again(): void {
    [this.#people, this.#mapping] = [[], []];
    [this.name, this.candidate_id, this.preview, this.done, this.undone, this.failure, this.#bytes] = ["", "", null, null, null, null, ""];
  }

  #look(): Promise<void> {
    return this.anew(async () => void (this.preview = await call("scorecard_import_preview", this.#request())));
  }

  #request(): ScorecardImport {
    return { name: this.name, bytes: this.#bytes, role_id: this.role_id, candidate_id: this.candidate_id || null, people: this.#people, mapping: this.#mapping };
  }
}
