import { call } from "../../ipc/call";
import type { Competency, Failure, Role, RoleDraft } from "../../ipc/contract";
import { asFailure } from "../../ipc/failure";
import { Saver, TYPING, type SaveState } from "../../ipc/saver";
import { blankCompetency, blankRole, COMPETENCIES } from "./role";

/** A role in its editor. What is typed lives here first, and in the store as a draft within a second. */
export class Drafting {
  role = $state() as Role;
  /** Why locked weights change. */
  reason = $state("");
  /** One for each competency, which stays with it when it moves. */
  keys = $state<number[]>([]);
  save = $state.raw<SaveState>({ savedAt: null, pending: false, failure: null });
  /** Why the core refused what stands here. */
  failure = $state.raw<Failure | null>(null);
  /** When the role itself was saved, while nothing was changed since. */
  saved = $state("");
  changed = $state(false);
  busy = $state(false);
  /** The role as it is saved; none while it is to be added. */
  base = $state.raw<Role | null>(null);
  readonly saver = new Saver((state) => (this.save = state));
  #last = 0;
  #created: (id: string) => void;

  /** `left` is what was written before and not saved. */
  constructor(base: Role | null, left: RoleDraft | null, created: (id: string) => void = () => {}) {
    [this.base, this.#created] = [base, created];
    this.#put(left?.role ?? base ?? blankRole());
    this.reason = left?.reason ?? "";
    this.changed = left !== null;
  }

  /** To be called after every change. */
  keep(): void {
    [this.changed, this.saved, this.failure] = [true, "", null];
    this.saver.put({
      key: "role",
      delay: TYPING,
      // As it is when it is sent: a new role has its id from the first answer, and must not be begun twice.
      send: () => call("role_draft_save", { role: $state.snapshot(this.role), reason: this.reason }),
      done: ({ role_id }) => this.#named(role_id),
      refused: (failure) => (this.failure = failure),
    });
  }

  /** Saves the role itself; `why` says that the reason goes with it. When it is refused, everything stands as it was written. */
  async commit(why = false): Promise<boolean> {
    if (this.busy) return false;
    [this.busy, this.failure] = [true, null];
    try {
      await this.saver.flush();
      const { role, at } = await call("role_save", { role: $state.snapshot(this.role), ...(why ? { reason: this.reason } : {}) });
      this.base = role;
      this.#put(role);
      [this.saved, this.changed, this.reason] = [at, false, ""];
      this.#created(role.id);
      return true;
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** Forgets what is written here and was not saved. */
  async discard(): Promise<boolean> {
    this.saver.drop("role");
    await this.saver.flush();
    try {
      if (this.role.id !== "") await call("role_draft_discard", { role_id: this.role.id });
      if (this.base) this.#put(this.base);
      [this.changed, this.failure, this.reason] = [false, null, ""];
      return true;
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return false;
    }
  }

  /** The key of the new one; null where there is no room. */
  add(weight: number): number | null {
    if (this.role.competencies.length >= COMPETENCIES.max) return null;
    this.role.competencies.push(blankCompetency(weight));
    this.keys.push(++this.#last);
    this.keep();
    return this.#last;
  }
  /** The key of the one beside it; null where a role has no fewer. */
  remove(at: number): number | null {
    if (this.role.competencies.length <= COMPETENCIES.min) return null;
    this.role.competencies.splice(at, 1);
    this.keys.splice(at, 1);
    this.keep();
    return this.keys[Math.min(at, this.keys.length - 1)] ?? null;
  }
  /** The key of what moved; null where it is the first or the last already. */
  move(at: number, by: -1 | 1): number | null {
    const [one, key]: [Competency | undefined, number | undefined] = [this.role.competencies[at], this.keys[at]];
    if (!one || key === undefined || !this.role.competencies[at + by]) return null;
    this.role.competencies.splice(at, 1);
    this.role.competencies.splice(at + by, 0, one);
    this.keys.splice(at, 1);
    this.keys.splice(at + by, 0, key);
    this.keep();
    return key;
  }

  #named(id: string): void {
    if (this.role.id !== "") return;
    this.role.id = id;
    this.#created(id);
  }
  #put(role: Role): void {
    this.role = structuredClone(role);
    this.keys = role.competencies.map(() => ++this.#last);
  }
}
