import { call } from "./call";
import type { CandidateCard, CandidateList, Failure, RoleId } from "./contract";
import { Pages } from "./pages.svelte";
import { read } from "./read";

/** The list of candidates: a page at a time, by words of their names as they are typed, and for one role where there is one. */
export class People {
  #list: Pages<CandidateList>;
  #role: () => RoleId | null;
  /** What is looked for. */
  text = $state("");
  /** Everyone who was on any page since the beginning: who was chosen stays known, whatever is looked for next. */
  known = $state.raw<ReadonlyMap<string, CandidateCard>>(new Map());
  /** Null until the first page is here. */
  cards = $derived.by(() => this.#list.pages?.flatMap((page) => page.candidates) ?? null);

  /** Reads at once, unless `again` is called by an effect that follows the role. */
  constructor(role: () => RoleId | null = () => null, atOnce = true) {
    this.#role = role;
    this.#list = new Pages((last) => this.#read(last?.next ?? null), atOnce);
  }

  get failure(): Failure | null {
    return this.#list.failure;
  }

  /** Where the next page begins; null after the last one. */
  get next(): number | null {
    return this.#list.pages?.at(-1)?.next ?? null;
  }

  /** The first page of what is looked for. What is on screen stays until it is here. */
  again = (): Promise<void> => this.#list.again();

  /** The page behind what is on screen; answers whom it begins with. */
  async further(): Promise<CandidateCard | null> {
    return (await this.#list.further())?.candidates[0] ?? null;
  }

  find(text: string): void {
    this.text = text;
    void this.again();
  }

  async #read(before: number | null): Promise<CandidateList> {
    const ask = { text: this.text, role_id: this.#role(), before, limit: this.text.trim() === "" ? null : FOUND };
    const page = await (this.known.size === 0 ? read("candidate_list", ask) : call("candidate_list", ask));
    this.known = new Map([...this.known, ...page.candidates.map((card) => [card.candidate.id, card] as const)]);
    return page;
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
