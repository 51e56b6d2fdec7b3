import { call } from "../../ipc/call";
import type { Failure, ImportId, ImportUndone } from "../../ipc/contract";
import { asFailure } from "../../ipc/failure";
import { tooLarge } from "../../ipc/importable";

/** A file on its way in, one step at a time: what goes wrong is said, and nothing of before is lost by it. */
export class ImportJob<Done extends { import_id: ImportId | null }> {
  done = $state.raw<Done | null>(null);
  undone = $state.raw<ImportUndone | null>(null);
  busy = $state(false);
  failure = $state.raw<Failure | null>(null);

  undo(): Promise<void> {
    const import_id = this.done?.import_id;
    return import_id ? this.run(async () => void (this.undone = await call("import_undo", { import_id }))) : Promise.resolve();
  }

  /** Whether the file can be looked at here; if not, it is said why. */
  protected readable(name: string, file: Blob | null): file is Blob {
    this.failure = file === null ? { code: "invalid", message: `${name} could not be read here. Choose it with the button.` } : tooLarge(name, file);
    return this.failure === null;
  }

  /** Looks at the file anew. What is chosen while a look is under way is asked for after it. */
  protected async anew(look: () => Promise<void>): Promise<void> {
    if (this.busy) return void (this.#again = true);
    do {
      this.#again = false;
      await this.run(look);
    } while (this.#again);
  }
  #again = false;

  protected async run(job: () => Promise<void>): Promise<void> {
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
}
