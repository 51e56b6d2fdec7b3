import { call } from "../../ipc/call";
import type { Failure, ImportUndone, ScorecardImported, ScorecardImportPreview } from "../../ipc/contract";
import { asFailure } from "../../ipc/failure";
import { tooLarge } from "../../ipc/importable";
import { base64 } from "../../ipc/picture";

/** Scorecards on their way in: looked at first; nothing is written before `confirm`. */
export class ScorecardImporting {
  name = $state("");
  role_id = $state("");
  candidate_id = $state("");
  preview = $state.raw<ScorecardImportPreview | null>(null);
  done = $state.raw<ScorecardImported | null>(null);
  undone = $state.raw<ImportUndone | null>(null);
  busy = $state(false);
  failure = $state.raw<Failure | null>(null);
  #bytes = "";

  async take(name: string, file: Blob | null): Promise<void> {
    if (this.busy) return;
    this.again();
    if (file === null) return void (this.failure = { code: "invalid", message: `${name} could not be read here. Choose it with the button.` });
    this.failure = tooLarge(name, file);
    if (this.failure) return;
    await this.#run(async () => {
      this.#bytes = await base64(file);
      this.name = name;
      this.preview = await call("scorecard_import_preview", this.#request());
    });
  }
  /** All of them are about this candidate; about whom the file says where it is empty. */
  about(candidate_id: string): Promise<void> {
    return this.#run(async () => {
      this.preview = await call("scorecard_import_preview", { ...this.#request(), candidate_id: candidate_id || null });
      this.candidate_id = candidate_id;
    });
  }
  confirm(): Promise<void> {
    return this.#run(async () => void (this.done = await call("scorecard_import", this.#request())));
  }
  undo(): Promise<void> {
    const import_id = this.done?.import_id;
    return import_id ? this.#run(async () => void (this.undone = await call("import_undo", { import_id }))) : Promise.resolve();
  }
  again(): void {
    [this.name, this.candidate_id, this.preview, this.done, this.undone, this.failure, this.#bytes] = ["", "", null, null, null, null, ""];
  }

  async #run(job: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await job();
      this.failure = null;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      this.busy = false;
    }
  }
  #request() {
    return { name: this.name, bytes: this.#bytes, role_id: this.role_id, candidate_id: this.candidate_id || null };
  }
}
