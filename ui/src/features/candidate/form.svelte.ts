import { tick } from "svelte";
import type { CandidateDetail, Failure } from "../../ipc/contract";
import { asFailure } from "../../ipc/failure";

/** A form that a section of the page opens and saves: one save at a time, a refusal that loses nothing, and the focus where it belongs. */
export class Form<T> {
  /** What is typed; null while it is closed. */
  draft = $state<T | null>(null);
  failure = $state.raw<Failure | null>(null);
  #busy = false;
  #section: () => HTMLElement | undefined;
  #saved: (detail: CandidateDetail) => void;

  constructor(section: () => HTMLElement | undefined, saved: (detail: CandidateDetail) => void) {
    [this.#section, this.#saved] = [section, saved];
  }

  async open(draft: T): Promise<void> {
    [this.draft, this.failure] = [draft, null];
    await this.#focus("input, textarea, [data-sure]");
  }

  async close(): Promise<void> {
    [this.draft, this.failure] = [null, null];
    await this.#focus("button");
  }

  async save(ask: (draft: T) => Promise<CandidateDetail>, event?: SubmitEvent): Promise<void> {
    event?.preventDefault();
    if (this.#busy || this.draft === null) return;
    this.#busy = true;
    try {
      this.#saved(await ask(this.draft as T));
      await this.close();
    } catch (thrown) {
      this.failure = asFailure(thrown);
      await this.#focus("[aria-invalid=true]");
    } finally {
      this.#busy = false;
    }
  }

  async #focus(selector: string): Promise<void> {
    await tick();
    this.#section()?.querySelector<HTMLElement>(selector)?.focus();
  }
}
