import { call } from "./call";
import type { CandidateCard, Failure, RoleId } from "./contract";
import { asFailure } from "./failure";
import { read } from "./read";

/** The list of candidates: a page at a time, by words of their names as they are typed, and for one role where there is one. */
export class People {
  /** Null until the first page is here. */
  cards = $state.raw<CandidateCard[] | null>(null);
  /** Where the next page begins; null after the last one. */
  next = $state.raw<number | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** What is looked for. */
  text = $state("");
  /** Everyone who was on any page since the beginning: who was chosen stays known, whatever is looked for next. */
  known = $state.raw<ReadonlyMap<string, CandidateCard>>(new Map());
  #role: () => RoleId | null;
  #turn = 0;

  /** Reads at once, unless `again` is called by an effect that follows the role. */
  constructor(role: () => RoleId | null = () => null, atOnce = true) {
    this.#role = role;
    if (atOnce) void this.again();
  }

  /** The first page of what is looked for. What is on screen stays until it is here; a slow older answer never wins. */
  async again(): Promise<void> {
    await this.#read(null);
  }

  /** The page behind what is on screen; answers whom it begins with. */
  async further(): Promise<CandidateCard | null> {
    const from = this.cards?.length ?? 0;
    await this.#read(this.next);
    return this.cards?.[from] ?? null;
  }

  find(text: string): void {
    this.text = text;
    void this.again();
  }

  async #read(before: number | null): Promise<void> {
    const turn = ++this.#turn;
    const ask = { text: this.text, role_id: this.#role(), before, limit: this.text.trim() === "" ? null : FOUND };
    try {
      const { candidates, next } = this.cards === null ? await read("candidate_list", ask) : await call("candidate_list", ask);
      if (turn !== this.#turn) return;
      this.cards = before === null ? candidates : [...(this.cards ?? []), ...candidates];
      this.known = new Map([...this.known, ...candidates.map((card) => [card.candidate.id, card] as const)]);
      [this.next, this.failure] = [next, null];
    } catch (thrown) {
      if (turn === this.#turn) this.failure = asFailure(thrown);
    }
  }

  /** Whether there are so many that one looks for a name rather than along the list. */
  get many(): boolean {
    // By all who were ever found, so that the field stays while what is looked for changes.
    return this.text !== "" || this.next !== null || this.known.size > MANY;
  }
}

/** So many come at once while a name is typed: each key brings them anew. */
const FOUND = 50;
/** From so many on a list has a field to find somebody in it. */
const MANY = 10;
