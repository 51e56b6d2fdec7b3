// What the parts of a live interview share. `Live` is it; the parts know no more of each other than this.
import type { Failure, Place, Plan, Question } from "../../ipc/contract";
import type { Saver } from "../../ipc/saver";

export interface Desk {
  readonly id: string;
  /** Everything that is written goes through this one, in its order. */
  readonly saver: Saver;
  /** Where what is written now is filed. */
  readonly place: Place;
  /** The question on screen; none outside questions. */
  readonly question: Question | null;
  /** Whole seconds of the meeting. */
  readonly second: number;
  /** Something is written or judged: the first such thing begins the meeting. */
  acts(): void;
  /** Something was typed or done: what was told of the last undo no longer stands. */
  changed(): void;
  /** The store said no for good. */
  refuse(failure: Failure): void;
  /** How the questions fit the time, after what was done. */
  planned(plan: Plan): void;
}
