import { call } from "../../ipc/call";
import type { BankHistory, Failure, QuestionCard, QuestionDraft, QuestionFilter, QuestionFilters } from "../../ipc/contract";
import { read } from "../../ipc/read";
import { filterFromQuery, filterToQuery } from "./logic";
import { ACTION_WORDS } from "./words";

/** So many are asked for at once: more than fit a screen, few enough to be there between two keys. */
export const PAGE = 30;
const MOST = 1000;

/** How the list stood when it was left for the editor, and what was done there; the list opens with it. */
export const last: { query: Record<string, string>; told: string } = { query: {}, told: "" };

/** The list of the bank: what is looked for, what was found, and what can be undone. */
export class Bank {
  text = $state("");
  ranked = $state(false);
  filter = $state.raw<QuestionFilter>({});
  cards = $state.raw<QuestionCard[]>([]);
  total = $state(0);
  /** What the cards on screen were found with; null until the first answer. */
  found = $state.raw<{ text: string; ranked: boolean } | null>(null);
  filters = $state.raw<QuestionFilters | null>(null);
  /** Questions that are being written and are not in the bank yet. */
  drafts = $state.raw<QuestionDraft[]>([]);
  history = $state.raw<BankHistory>({ undo: null, redo: null });
  /** What was done last, for the status line. */
  told = $state("");
  /** The list could not be read. */
  failure = $state.raw<Failure | null>(null);
  /** Something was not done. */
  refused = $state.raw<Failure | null>(null);
  /** Counts what was done here, so that the question on screen is read again. */
  changes = $state(0);
  #turn = 0;
  #fetching = false;

  constructor(query: URLSearchParams) {
    this.text = query.get("q") ?? "";
    this.ranked = query.get("ranked") === "1";
    this.filter = filterFromQuery(query);
    [this.told, last.told] = [last.told, ""];
  }

  /** Everything that is needed at first, after what was typed elsewhere is kept. */
  async open(): Promise<void> {
    await Promise.all([this.#find(() => read("question_search", this.#asked(PAGE))), this.#around()]);
  }

  /** Looks for what is asked now. */
  async search(ranked: boolean): Promise<void> {
    this.ranked = ranked;
    await this.#find(() => call("question_search", this.#asked(PAGE)));
  }

  /** The next page, where there is one. */
  async more(): Promise<void> {
    if (this.#fetching || this.cards.length >= this.total) return;
    this.#fetching = true;
    const turn = this.#turn;
    try {
      const { questions, total } = await call("question_search", { ...this.#asked(PAGE), offset: this.cards.length });
      if (turn !== this.#turn) return;
      const known = new Set(this.cards.map((card) => card.id));
      [this.cards, this.total] = [[...this.cards, ...questions.filter((card) => !known.has(card.id))], questions.length > 0 ? total : this.cards.length];
    } catch (failure) {
      if (turn === this.#turn) this.failure = failure as Failure;
    } finally {
      this.#fetching = false;
    }
  }

  /** The ids of everything that is found now, of all pages. */
  async allFound(): Promise<string[]> {
    const ids: string[] = [];
    for (;;) {
      const { questions, total } = await call("question_search", { ...this.#asked(MOST), offset: ids.length });
      ids.push(...questions.map((card) => card.id));
      if (questions.length === 0 || ids.length >= total) return ids;
    }
  }

  /** As in the address; `id` is the question on screen. */
  query(id: string): Record<string, string> {
    return { q: this.text, ranked: this.ranked && this.text.trim() !== "" ? "1" : "", ...filterToQuery(this.filter), id };
  }

  /** Does something, says so, and reads again. Null when it was refused. */
  async act<T extends { history: BankHistory }>(does: () => Promise<T>, told: (done: T) => string): Promise<T | null> {
    // Taking back ten thousand questions takes seconds.
    const before = this.told;
    const slow = setTimeout(() => (this.told = "One moment…"), 400);
    try {
      const done = await does().finally(() => clearTimeout(slow));
      [this.history, this.told, this.refused] = [done.history, told(done), null];
      this.changes += 1;
      await Promise.all([this.#find(() => call("question_search", this.#asked(Math.min(MOST, Math.max(PAGE, this.cards.length))))), this.#around()]);
      return done;
    } catch (failure) {
      [this.refused, this.told] = [failure as Failure, before];
      return null;
    }
  }
  undo = () => this.act(() => call("bank_undo", {}), ({ kind }) => (kind ? `Undone: ${ACTION_WORDS[kind]}.` : "There is nothing to undo."));
  redo = () => this.act(() => call("bank_redo", {}), ({ kind }) => (kind ? `Done again: ${ACTION_WORDS[kind]}.` : "There is nothing to redo."));

  #asked(limit: number) {
    return { text: this.text, ranked: this.ranked && this.text.trim() !== "", limit, filter: this.filter };
  }

  async #find(ask: () => Promise<{ questions: QuestionCard[]; total: number }>): Promise<void> {
    const turn = ++this.#turn;
    const found = { text: this.text.trim(), ranked: this.ranked };
    try {
      const { questions, total } = await ask();
      // A slow older answer never wins.
      if (turn === this.#turn) [this.cards, this.total, this.found, this.failure] = [questions, total, found, null];
    } catch (failure) {
      if (turn === this.#turn) this.failure = failure as Failure;
    }
  }

  async #around(): Promise<void> {
    try {
      const [filters, history, { drafts }] = await Promise.all([call("question_filters", {}), call("bank_history", {}), read("question_draft_list", {})]);
      [this.filters, this.history, this.drafts] = [filters, history, drafts.filter((draft) => draft.is_new)];
    } catch (failure) {
      this.failure = failure as Failure;
    }
  }
}
