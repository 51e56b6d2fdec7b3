import { call } from "../../ipc/call";
import type { Consensus, Debrief, DebriefRow, DecisionDraft, DecisionVersion, Failure, OpenPoint, PointKind } from "../../ipc/contract";
import { Saver, TYPING, type SaveState } from "../../ipc/saver";
import { again, blank } from "./logic";

type Part = "notes" | "consensus" | "points" | "decision";
/** What was taken out last, and where it stood. */
type Gone = { words: string; back: () => void };

/** What the panel writes down. It lives here and is kept as it is typed, each part by itself. */
export class Talk {
  notes = $state("");
  consensus = $state<Consensus[]>([]);
  points = $state<OpenPoint[]>([]);
  decision = $state<DecisionDraft>(blank());
  /** Whether the form is open although a decision stands. */
  changing = $state(false);
  gone = $state.raw<Gone | null>(null);
  save = $state.raw<SaveState>({ savedAt: null, pending: false, failure: null });
  failure = $state.raw<Failure | null>(null);
  readonly saver = new Saver((state) => (this.save = state));
  readonly id: string;

  constructor({ candidate, draft }: Debrief) {
    this.id = candidate.id;
    this.notes = draft.notes;
    this.consensus = draft.consensus.map((one) => ({ ...one }));
    this.points = draft.points.map((point) => ({ ...point }));
    this.decision = { ...draft.decision, dissent: draft.decision.dissent.map((one) => ({ ...one })) };
  }

  /** Keeps one part: while typing, or at once. */
  keep(part: Part, typing = false): void {
    this.failure = null;
    const now = { candidate_id: this.id, [part]: $state.snapshot(this[part]) };
    this.saver.put({ key: part, delay: typing ? TYPING : 0, send: () => call("debrief_save", now), refused: (why) => (this.failure = why) });
  }

  agreedOn(id: string): Consensus | undefined {
    return this.consensus.find((one) => one.competency_id === id);
  }
  agree({ competency }: DebriefRow, level: Consensus["level"] | null): void {
    const one = this.agreedOn(competency.id);
    if (level === null) {
      if (one?.reason.trim()) this.#took(`the agreed rating of ${competency.name}`, () => { this.consensus.push(one); this.keep("consensus"); });
      this.consensus = this.consensus.filter((other) => other.competency_id !== competency.id);
    } else if (one) one.level = level;
    else this.consensus.push({ competency_id: competency.id, competency: competency.name, level, reason: "" });
    this.keep("consensus");
  }

  add(kind: PointKind): string {
    const id = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    this.points.push({ id, kind, text: "", owner: "", settled: false });
    return id;
  }
  remove(id: string): void {
    const at = this.points.findIndex((point) => point.id === id);
    const [point] = at < 0 ? [] : this.points.splice(at, 1);
    if (point?.text.trim()) this.#took("it", () => { this.points.splice(at, 0, point); this.keep("points"); });
    this.keep("points");
  }
  #took(words: string, back: () => void): void {
    this.gone = { words, back: () => { this.gone = null; back(); } };
  }

  /** Begins to change a decision that stands. */
  change(last: DecisionVersion): void {
    this.decision = again(last);
    this.changing = true;
    this.keep("decision");
  }
  /** Lets go of what is written of a decision. */
  leave(): void {
    this.decision = blank();
    this.changing = false;
    this.keep("decision");
  }
  /** Records the decision, after everything that was typed before. Whether it was done. */
  async decide(after: number | null): Promise<boolean> {
    this.failure = null;
    await this.saver.flush();
    if (this.failure) return false;
    try {
      await call("decision_make", { candidate_id: this.id, decision: $state.snapshot(this.decision), after });
      [this.decision, this.changing] = [blank(), false];
      return true;
    } catch (refused) {
      this.failure = refused as Failure;
      return false;
    }
  }
}
