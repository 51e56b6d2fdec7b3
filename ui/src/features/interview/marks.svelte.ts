// What is done with a question besides writing: its rating, its ticks, the probes asked, and where the kit's words were left.
import { call } from "../../ipc/call";
import type { Deviation, DeviationKind, EntryLink, Failure, Interview, Place, QuestionRecord, Rating, Tick, TickState, TickTarget, Unjudged } from "../../ipc/contract";
import type { Desk } from "./desk";
import { probeKey, tickKey } from "./logic";

export class Marks {
  ratings = $state<Record<string, Rating | null>>({});
  /** Why an answer could not be judged, where that was said. */
  causes = $state<Record<string, Unjudged | null>>({});
  ticks = $state<Record<string, TickState | undefined>>({});
  probes = $state<Record<string, number | undefined>>({});
  deviations = $state<Record<string, Deviation | null>>({});

  #desk: Desk;

  constructor(desk: Desk, { records, ticks }: Interview) {
    this.#desk = desk;
    for (const record of records) this.#record(record);
    for (const tick of ticks) this.#tick(tick);
  }

  /** Rated, or said why not: nothing is left to decide here. */
  covered(question: string): boolean {
    return (this.ratings[question] ?? null) !== null;
  }

  /** Rates the question on screen; null takes the rating away. Without a cause, what was said of it before stays. */
  rate(rating: Rating | null, cause?: Unjudged): void {
    const question_id = this.#desk.question?.id;
    if (question_id === undefined) return;
    const before = this.ratings[question_id] ?? null;
    const said = this.causes[question_id] ?? null;
    const unjudged = rating === "could_not_judge" ? (cause ?? (before === rating ? said : null)) : null;
    if (before === rating && said === unjudged) return;
    this.#desk.acts();
    [this.ratings[question_id], this.causes[question_id]] = [rating, unjudged];
    const { id: interview_id } = this.#desk;
    this.#desk.saver.put({
      key: `rating ${question_id}`,
      send: () => (rating === null ? call("rating_clear", { interview_id, question_id }) : call("rating_set", { interview_id, question_id, rating, unjudged })),
      done: ({ plan }) => this.#desk.planned(plan),
      refused: (failure) => this.#back(failure, () => ([this.ratings[question_id], this.causes[question_id]] = [before, said])),
    });
  }

  ticked(target: TickTarget, number: number, question: Place = this.#desk.place): TickState | null {
    return this.ticks[tickKey(question, target, number)] ?? null;
  }

  tick(target: TickTarget, number: number, state: TickState | null): void {
    const question_id = this.#desk.question?.id;
    if (question_id === undefined) return;
    this.#desk.acts();
    const key = tickKey(question_id, target, number);
    const before = this.ticks[key];
    this.ticks[key] = state ?? undefined;
    this.#desk.saver.put({
      key: `tick ${key}`,
      send: () => call("tick_set", { interview_id: this.#desk.id, question_id, target, number, state }),
      refused: (failure) => this.#back(failure, () => (this.ticks[key] = before)),
    });
  }

  /** A note is evidence for a line: the line is noticed, unless it was before. */
  noticed(place: Place, { target, number }: EntryLink, state: TickState): void {
    this.ticks[tickKey(place, target, number)] ??= state;
  }

  /** How often a probe of the question on screen was asked; null counts the unplanned ones. */
  probed(number: number | null): number {
    return this.probes[probeKey(this.#desk.place, number)] ?? 0;
  }

  probe(number: number | null, asked: number): void {
    const question_id = this.#desk.question?.id;
    if (question_id === undefined || asked < 0 || asked > 99) return;
    this.#desk.acts();
    const key = probeKey(question_id, number);
    const before = this.probes[key];
    this.probes[key] = asked;
    this.#desk.saver.put({
      key: `probe ${key}`,
      send: () => call("probe_set", { interview_id: this.#desk.id, question_id, number, asked }),
      refused: (failure) => this.#back(failure, () => (this.probes[key] = before)),
    });
  }

  get deviation(): Deviation | null {
    return this.deviations[this.#desk.place] ?? null;
  }

  /** The question was not asked as the kit has it; null takes that back. */
  deviate(kind: DeviationKind | null, reason = "", delay = 0): void {
    const question_id = this.#desk.question?.id;
    if (question_id === undefined) return;
    this.#desk.acts();
    const before = this.deviation;
    this.deviations[question_id] = kind && { kind, reason };
    this.#desk.saver.put({
      key: `deviation ${question_id}`,
      delay,
      send: () => call("deviation_set", { interview_id: this.#desk.id, question_id, kind, reason: kind && reason }),
      done: ({ plan }) => this.#desk.planned(plan),
      refused: (failure) => this.#back(failure, () => (this.deviations[question_id] = before)),
    });
  }

  /** The marks of a place as the store has them. */
  restore(place: Place, ticks: Tick[], record: QuestionRecord | null): void {
    for (const key of Object.keys(this.ticks)) if (key.startsWith(`${place}/`)) delete this.ticks[key];
    for (const tick of ticks) this.#tick(tick);
    if (record) this.#record(record);
  }

  #tick({ question_id, target, number, state }: Tick): void {
    this.ticks[tickKey(question_id, target, number)] = state;
  }

  #record({ question_id, rating, unjudged, probes, deviation }: QuestionRecord): void {
    [this.ratings[question_id], this.causes[question_id], this.deviations[question_id]] = [rating, unjudged, deviation];
    for (const key of Object.keys(this.probes)) if (key.startsWith(`${question_id}/`)) delete this.probes[key];
    for (const { number, asked } of probes) this.probes[probeKey(question_id, number)] = asked;
  }

  #back(failure: Failure, restore: () => void): void {
    restore();
    this.#desk.refuse(failure);
  }
}
