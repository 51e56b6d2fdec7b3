import { call } from "../../ipc/call";
import type { Failure, Field, Format, ImportPreview, QuestionImported } from "../../ipc/contract";
import { asFailure } from "../../ipc/failure";
import { tooLarge } from "../../ipc/importable";
import { base64 } from "../../ipc/picture";

/** A question file on its way into the bank: looked at, corrected, looked at again; nothing is written before `confirm`. */
export class Importing {
  name = $state("");
  format = $state<Format | null>(null);
  source = $state("");
  preview = $state.raw<ImportPreview | null>(null);
  done = $state.raw<QuestionImported | null>(null);
  undone = $state(false);
  busy = $state(false);
  /** It is being written, and not only looked at. */
  writing = $state(false);
  failure = $state.raw<Failure | null>(null);
  #bytes = "";
  #columns: (Field | null)[] | null = null;
  #turn = 0;

  /** Takes a file and looks at it. */
  async take(name: string, file: Blob | null): Promise<void> {
    this.again();
    if (file === null) return this.#fail({ code: "invalid", message: `${name} could not be read here. Choose it with the button.` });
    const refused = tooLarge(name, file);
    if (refused) return this.#fail(refused);
    this.busy = true;
    try {
      this.#bytes = await base64(file);
    } catch {
      return this.#fail({ code: "invalid", message: `${name} could not be read. Choose it again.` });
    } finally {
      this.busy = false;
    }
    this.name = name;
    await this.look();
  }

  /** Looks at the file as it is to be read now. */
  async look(): Promise<void> {
    const turn = ++this.#turn;
    this.busy = true;
    try {
      const preview = await call("question_import_preview", this.#request());
      if (turn === this.#turn) [this.preview, this.failure] = [preview, null];
    } catch (failure) {
      if (turn === this.#turn) this.#fail(asFailure(failure));
    } finally {
      if (turn === this.#turn) this.busy = false;
    }
  }

  /** A column is something else than it was taken for. */
  correct(at: number, field: Field | null): Promise<void> {
    const columns = this.preview?.columns.map((column) => column.field) ?? [];
    columns[at] = field;
    this.#columns = columns;
    return this.look();
  }
  /** The file is of another format than it was taken for; null finds out again. */
  as(format: Format | null): Promise<void> {
    [this.format, this.#columns] = [format, null];
    return this.look();
  }

  /** Writes it: one action, that one undo takes back. */
  async confirm(): Promise<void> {
    if (this.busy || !this.preview) return;
    this.busy = this.writing = true;
    try {
      this.done = await call("question_import", this.#request());
      this.failure = null;
    } catch (failure) {
      this.#fail(asFailure(failure));
    } finally {
      this.busy = this.writing = false;
    }
  }
  async undo(): Promise<void> {
    if (this.busy || this.undone || this.done?.history.undo !== "imported") return;
    this.busy = true;
    try {
      await call("bank_undo", {});
      [this.undone, this.failure] = [true, null];
    } catch (failure) {
      this.#fail(asFailure(failure));
    } finally {
      this.busy = false;
    }
  }

  /** Begins with another file. */
  again(): void {
    this.#turn += 1;
    [this.name, this.source, this.format, this.preview, this.done, this.undone, this.failure, this.busy] = ["", "", null, null, null, false, null, false];
    [this.#bytes, this.#columns] = ["", null];
  }

  #request() {
    const source = this.source.trim();
    return { name: this.name, bytes: this.#bytes, format: this.format, source: source === "" ? null : source, columns: this.#columns };
  }
  #fail(failure: Failure): void {
    this.failure = failure;
  }
}
