import { call } from "../../ipc/call";
import type { Draft, EntryKind, Failure, InterviewLive, Question, Rating, TickState, TickTarget } from "../../ipc/contract";
import { Saver, TYPING, watch, type SaveState } from "../../ipc/saver";
import { inOrder, neighbour, noteOf, opensAt, tickKey, type Note, type Place } from "./logic";

const TURN_SECONDS = 10;

/** One live interview. What is on screen is here first and in the store a moment later; "saved" is said only then. */
export class Live {
  readonly id: string;
  readonly info: InterviewLive;
  readonly questions: { question: Question; required: boolean }[];
  readonly places: Place[];

  place = $state<Place>(null);
  kind = $state<EntryKind>("note");
  notes = $state<Note[]>([]);
  ratings = $state<Record<string, Rating | null>>({});
  ticks = $state<Record<string, TickState | undefined>>({});
  spent = $state<Record<string, number>>({});
  elapsed = $state(0);
  save = $state.raw<SaveState>({ savedAt: null, pending: false, failure: null });
  /** The last thing the store refused for good, until the next action. */
  refused = $state.raw<Failure | null>(null);

  #drafts = new Map<Place, Draft>(); // not shown through here: the composer's own text is what is on screen
  #saver = new Saver((state) => (this.save = state));
  #unwatch = watch(this.#saver);
  #local = 0;
  #begun = performance.now();
  #base: number;
  #since = 0;
  #sinceSpent = 0;
  #ticker: ReturnType<typeof setInterval>;
  #seconds = 0;

  constructor(live: InterviewLive) {
    this.info = live;
    const { interview } = live;
    this.id = interview.id;
    this.questions = inOrder(interview);
    this.places = [...this.questions.map((q) => q.question.id), null];
    this.notes = interview.entries.map((entry) => noteOf(entry, ++this.#local));
    this.ratings = Object.fromEntries(interview.records.map((r) => [r.question_id, r.rating]));
    this.spent = Object.fromEntries(interview.records.map((r) => [r.question_id, r.spent_seconds]));
    this.ticks = Object.fromEntries(interview.ticks.map((t) => [tickKey(t.question_id, t.target, t.number), t.state]));
    for (const draft of interview.drafts) this.#drafts.set(draft.question_id, draft);
    this.#base = Math.max(0, (Date.parse(live.now) - Date.parse(interview.started_at)) / 1000);
    this.elapsed = Math.floor(this.#base);
    this.#enter(opensAt(interview));
    this.#turn(null);
    this.#ticker = setInterval(() => this.#second(), 1000);
  }

  get question(): Question | null {
    return this.questions.find((q) => q.question.id === this.place)?.question ?? null;
  }

  /** Rated, or said why not: nothing is left to decide here. */
  covered(question: string): boolean {
    return (this.ratings[question] ?? null) !== null;
  }

  /** The text being written at this place; `type` changes it. */
  draft(): string {
    return this.#drafts.get(this.place)?.text ?? "";
  }

  type(text: string): void {
    const place = this.place;
    const at_seconds = this.#drafts.get(place)?.at_seconds ?? this.#now();
    const draft = { question_id: place, kind: this.kind, text, at_seconds };
    if (text === "") this.#drafts.delete(place);
    else this.#drafts.set(place, draft);
    this.#saver.put({ key: `draft ${place}`, delay: TYPING, send: () => call("draft_save", { interview_id: this.id, ...draft }) });
  }

  setKind(kind: EntryKind): void {
    this.kind = kind;
    if (this.draft() !== "") this.type(this.draft());
  }

  /**
   * Keeps what is written here as an entry; another place, kind or text when the markers in it say so. False when there
   * is nothing to keep.
   */
  keep({ place = this.place, kind = this.kind, text = this.draft() }: { place?: Place; kind?: EntryKind; text?: string } = {}): boolean {
    const draft = this.#drafts.get(this.place);
    const kept = text.trim();
    if (!draft || kept === "") return false;
    this.#drafts.delete(this.place);
    this.#saver.drop(`draft ${this.place}`);
    this.notes.push({ local: ++this.#local, id: null, from: this.place, question_id: place, kind, text: kept, at_seconds: draft.at_seconds, state: "saving", why: "", removed: false });
    this.#send(this.#local);
    this.kind = "note";
    return true;
  }

  edit(local: number, { kind, text, place }: { kind: EntryKind; text: string; place?: Place }): void {
    const note = this.#note(local);
    const changed = text.trim();
    if (!note || changed === "") return;
    const to = place === undefined ? note.question_id : place;
    if (changed === note.text && kind === note.kind && to === note.question_id && note.state !== "refused") return;
    [note.text, note.kind, note.question_id] = [changed, kind, to];
    this.#send(local);
  }

  remove(local: number): void {
    const note = this.#note(local);
    if (!note) return;
    note.removed = true;
    if (note.state !== "refused" || note.id !== null) this.#sendRemoval(local);
  }

  restore(local: number): void {
    const note = this.#note(local);
    if (!note) return;
    note.removed = false;
    if (note.state !== "refused" || note.id !== null) this.#sendRemoval(local);
  }

  rate(rating: Rating | null): void {
    const question_id = this.place;
    if (question_id === null) return;
    const before = this.ratings[question_id] ?? null;
    if (before === rating) return;
    this.ratings[question_id] = rating;
    this.#saver.put({
      key: `rating ${question_id}`,
      send: () => call("rating_set", { interview_id: this.id, question_id, rating }),
      refused: (failure) => this.#back(failure, () => (this.ratings[question_id] = before)),
    });
  }

  ticked(target: TickTarget, number: number, question_id: Place = this.place): TickState | null {
    return this.ticks[tickKey(question_id ?? "", target, number)] ?? null;
  }

  tick(target: TickTarget, number: number, state: TickState | null, question_id: Place = this.place): void {
    if (question_id === null) return;
    const key = tickKey(question_id, target, number);
    const before = this.ticks[key];
    this.ticks[key] = state ?? undefined;
    this.#saver.put({
      key: `tick ${key}`,
      send: () => call("tick_set", { interview_id: this.id, question_id, target, number, state }),
      refused: (failure) => this.#back(failure, () => (this.ticks[key] = before)),
    });
  }

  goTo(place: Place): void {
    if (place === this.place) return;
    const left = this.place;
    this.#count();
    this.#enter(place);
    this.#turn(left);
  }

  step(by: 1 | -1): void {
    this.goTo(neighbour(this.places, this.place, by));
  }

  retry(): void {
    this.#saver.retry();
  }

  leave(): void {
    clearInterval(this.#ticker);
    this.#count();
    this.#turn(this.place);
    this.#unwatch();
  }

  #note(local: number): Note | undefined {
    return this.notes.find((note) => note.local === local);
  }

  #send(local: number): void {
    const note = this.#note(local);
    if (!note) return;
    [note.state, note.why] = ["saving", ""];
    // A new note clears the draft of the place it is saved under, so it is first saved where it was written.
    const { from, at_seconds } = note;
    this.#saver.put({
      key: `entry ${local}`,
      send: () => call("entry_save", { interview_id: this.id, entry_id: note.id, question_id: note.id === null ? from : note.question_id, kind: note.kind, text: note.text, at_seconds }),
      done: ({ entry }) => {
        [note.id, note.state] = [entry.id, "kept"];
        if (entry.question_id !== note.question_id) this.#send(local);
      },
      refused: (failure) => [note.state, note.why] = ["refused", failure.message],
    });
  }

  /** Removing and restoring read the note when they are sent: the store gives it its id before that. */
  #sendRemoval(local: number): void {
    const note = this.#note(local);
    if (!note) return;
    this.#saver.put({
      key: `removal ${local}`,
      send: () => call(note.removed ? "entry_remove" : "entry_restore", { entry_id: note.id ?? "" }),
      refused: (failure) => this.#back(failure, () => (note.removed = !note.removed)),
    });
  }

  #back(failure: Failure, restore: () => void): void {
    restore();
    this.refused = failure;
  }

  #enter(place: Place): void {
    this.place = place;
    this.refused = null;
    this.kind = this.#drafts.get(place)?.kind ?? "note";
    this.#since = performance.now();
    this.#sinceSpent = place === null ? 0 : (this.spent[place] ?? 0);
  }

  #now(): number {
    return Math.floor(this.#base + (performance.now() - this.#begun) / 1000);
  }

  /** Brings the seconds of the place on screen up to date. */
  #count(): void {
    if (this.place !== null) this.spent[this.place] = Math.floor(this.#sinceSpent + (performance.now() - this.#since) / 1000);
  }

  #second(): void {
    this.elapsed = this.#now();
    this.#count();
    if (++this.#seconds % TURN_SECONDS === 0) this.#turn(this.place);
  }

  /** Tells the store which place is on screen, and the seconds of the one given. */
  #turn(of: Place): void {
    const spent = of === null ? null : { question_id: of, seconds: this.spent[of] ?? 0 };
    this.#saver.put({ key: `turn ${of}`, quiet: true, send: () => call("interview_turn", { interview_id: this.id, at: this.place, spent }) });
  }
}
