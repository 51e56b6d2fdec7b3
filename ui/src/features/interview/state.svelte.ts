import { call } from "../../ipc/call";
import type { ActionDone, Deviation, DeviationKind, DraftLink, DraftText, EntryKind, EntryLink, Failure, InterviewLive, Place, PlaceNow, Plan, PreparationSet, Question, Rating, TickState, TickTarget } from "../../ipc/contract";
import { Saver, TYPING, watch, type SaveState } from "../../ipc/saver";
import { Groups } from "./groups";
import { newId } from "./id";
import { inOrder, neighbour, noteOf, OPENING, opensAt, placeAt, probeKey, spotsOf, tickKey, type Note, type Spot } from "./logic";
import { Meeting } from "./meeting.svelte";
import { undoneWords } from "./undone";

const TURN_SECONDS = 10;
type Kept = { place?: Place; kind?: EntryKind; link?: DraftLink | null; text?: string };
export type Edit = { kind: EntryKind; text: string };

/** One live interview. What is on screen is here first and in the store a moment later; "saved" is said only then. */
export class Live {
  readonly id: string;
  readonly info: InterviewLive;
  readonly questions: { question: Question; required: boolean }[];
  readonly spots: Spot[];
  readonly meeting: Meeting;

  spot = $state<Spot>(OPENING);
  kind = $state<EntryKind>("note");
  notes = $state<Note[]>([]);
  ratings = $state<Record<string, Rating | null>>({});
  ticks = $state<Record<string, TickState | undefined>>({});
  probes = $state<Record<string, number | undefined>>({});
  deviations = $state<Record<string, Deviation | null>>({});
  spent = $state<Record<string, number>>({});
  /** Kept notes that are being changed. */
  edits = $state<Record<string, Edit | undefined>>({});
  plan = $state.raw<Plan>() as Plan;
  save = $state.raw<SaveState>({ savedAt: null, pending: false, failure: null });
  /** The last thing the store refused for good, until the next action. */
  refused = $state.raw<Failure | null>(null);
  /** What was undone, until something else is done. */
  told = $state("");
  /** Counts how often undoing put another text into the field. */
  put = $state(0);

  #link: DraftLink | null = null;
  #drafts = new Map<Place, DraftText>(); // not shown through here: the composer's own text is what is on screen
  #drafted = new Set<string>(); // the edits that the store may have a draft of
  #groups = new Groups();
  #saver = new Saver((state) => (this.save = state));
  #unwatch = watch(this.#saver);
  #typed = 0;
  #undos = 0;
  #since = 0;
  #sinceSpent = 0;
  #ticker: ReturnType<typeof setInterval>;
  #seconds = 0;
  #left = false;

  constructor(live: InterviewLive) {
    this.info = live;
    const { interview } = live;
    this.id = interview.id;
    this.questions = inOrder(interview);
    this.spots = spotsOf(this.questions.map((q) => q.question.id));
    this.plan = live.plan;
    this.meeting = new Meeting(live, this.#saver, ({ plan }) => (this.plan = plan), (failure) => (this.refused = failure));
    this.notes = interview.entries.map(noteOf);
    for (const record of interview.records) this.#show(record.question_id, record);
    this.spent = Object.fromEntries(interview.records.map((r) => [r.question_id, r.spent_seconds]));
    this.ticks = Object.fromEntries(interview.ticks.map((t) => [tickKey(t.question_id, t.target, t.number), t.state]));
    for (const draft of interview.drafts) this.#place(draft);
    this.#enter(opensAt(interview));
    this.#turn(null);
    this.#ticker = setInterval(() => this.#second(), 1000);
  }

  /** Where what is written now is filed. */
  get place(): Place {
    return placeAt(this.spot);
  }

  get question(): Question | null {
    return this.questions.find((q) => q.question.id === this.spot)?.question ?? null;
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
    const at_seconds = this.#drafts.get(place)?.at_seconds ?? this.meeting.second;
    const draft = { kind: this.kind, link: this.#link, text, at_seconds };
    if (text === "") this.#drafts.delete(place);
    else this.#drafts.set(place, draft);
    this.#sendDraft(place, null, draft);
  }

  setKind(kind: EntryKind): void {
    [this.kind, this.#link] = [kind, null];
    if (this.draft() !== "") this.type(this.draft());
  }

  /** A marker was taken from the text, and this is left of it. Before its tick, so that undoing never brings back half a marker. */
  take(kind: EntryKind, link: DraftLink | null, text: string): void {
    [this.kind, this.#link] = [kind, link];
    this.type(text);
  }

  /** Keeps what is written here as an entry; another place, kind, link or text when the markers in it say so. False when there is nothing to keep. */
  keep({ place = this.place, kind = this.kind, link = this.#link, text = this.draft() }: Kept = {}): boolean {
    const here = this.place;
    const draft = this.#drafts.get(here);
    const kept = text.trim();
    if (!draft || kept === "") return false;
    this.#begin();
    this.#drafts.delete(here);
    this.#saver.drop(this.#draftKey(here, null));
    const id = newId(this.notes.at(-1)?.id);
    this.notes.push({
      id, place, kind, link: link && { target: link.target, number: link.number }, text: kept, at_seconds: draft.at_seconds,
      state: "saving", stored: false, typed: { place: here, text: draft.text }, why: "", removed: false,
    });
    if (link) this.ticks[tickKey(place, link.target, link.number)] ??= link.state;
    this.#send(id);
    [this.kind, this.#link] = ["note", null];
    this.#typed += 1;
    this.#groups.next();
    return true;
  }

  /** Begins to change a kept note. */
  open(id: string): void {
    const note = this.#note(id);
    if (note) this.edits[id] = { kind: note.kind, text: note.text };
  }

  /** The change as far as it is typed; it survives a restart. */
  typeEdit(id: string, edit: Edit): void {
    const note = this.#note(id);
    if (!note) return;
    this.edits[id] = edit;
    if (note.state === "refused" && !note.stored) return; // a change of what the store does not have
    this.#drafted.add(id);
    this.#sendDraft(note.place, id, { ...edit, link: this.#noticed(note), at_seconds: note.at_seconds });
  }

  /** Leaves the note as it was. */
  close(id: string): void {
    const note = this.#note(id);
    delete this.edits[id];
    if (!note || !this.#drafted.delete(id)) return;
    this.#sendDraft(note.place, id, { kind: note.kind, link: null, text: "", at_seconds: note.at_seconds });
  }

  edit(id: string, { kind, text, place }: Edit & { place?: Place }): void {
    const note = this.#note(id);
    const changed = text.trim();
    if (!note || changed === "") return;
    const to = place ?? note.place;
    const moves = to !== note.place;
    const known = note.stored || note.state === "saving";
    if (changed !== note.text || kind !== note.kind || note.state === "refused") {
      this.#saver.drop(this.#draftKey(note.place, id));
      this.#drafted.delete(id);
      delete this.edits[id];
      [note.text, note.kind] = [changed, kind];
      this.#send(id);
    } else this.close(id);
    if (!moves) return;
    note.place = to;
    if (known) this.#move(id, to);
    note.link = null; // the store drops it when the note is moved
  }

  remove(id: string, removed = true): void {
    const note = this.#note(id);
    if (!note) return;
    note.removed = removed;
    delete this.edits[id];
    this.#drafted.delete(id);
    if (note.state === "refused" && !note.stored) return;
    this.#saver.put({
      key: `removal ${id}`,
      send: () => call(note.removed ? "entry_remove" : "entry_restore", { entry_id: id }),
      refused: (failure) => this.#back(failure, () => (note.removed = !note.removed)),
    });
  }

  rate(rating: Rating | null): void {
    const question_id = this.question?.id;
    if (question_id === undefined) return;
    const before = this.ratings[question_id] ?? null;
    if (before === rating) return;
    this.#begin();
    this.ratings[question_id] = rating;
    this.#saver.put({
      key: `rating ${question_id}`,
      send: () => (rating === null ? call("rating_clear", { interview_id: this.id, question_id }) : call("rating_set", { interview_id: this.id, question_id, rating })),
      done: () => this.#replan(),
      refused: (failure) => this.#back(failure, () => (this.ratings[question_id] = before)),
    });
  }

  ticked(target: TickTarget, number: number, question = this.place): TickState | null {
    return this.ticks[tickKey(question, target, number)] ?? null;
  }

  tick(target: TickTarget, number: number, state: TickState | null): void {
    const question_id = this.question?.id;
    if (question_id === undefined) return;
    this.#begin();
    const key = tickKey(question_id, target, number);
    const before = this.ticks[key];
    this.ticks[key] = state ?? undefined;
    this.#saver.put({
      key: `tick ${key}`,
      send: () => call("tick_set", { interview_id: this.id, question_id, target, number, state }),
      refused: (failure) => this.#back(failure, () => (this.ticks[key] = before)),
    });
  }

  /** How often a probe of this question was asked; null counts the unplanned ones. */
  probed(number: number | null): number {
    return this.probes[probeKey(this.spot, number)] ?? 0;
  }

  probe(number: number | null, asked: number): void {
    const question_id = this.question?.id;
    if (question_id === undefined || asked < 0 || asked > 99) return;
    this.#begin();
    const key = probeKey(question_id, number);
    const before = this.probes[key];
    this.probes[key] = asked;
    this.#saver.put({
      key: `probe ${key}`,
      send: () => call("probe_set", { interview_id: this.id, question_id, number, asked }),
      refused: (failure) => this.#back(failure, () => (this.probes[key] = before)),
    });
  }

  get deviation(): Deviation | null {
    return this.deviations[this.spot] ?? null;
  }

  /** The question was not asked as the kit has it; null takes that back. */
  deviate(kind: DeviationKind | null, reason = "", delay = 0): void {
    const question_id = this.question?.id;
    if (question_id === undefined) return;
    this.#begin();
    const before = this.deviation;
    this.deviations[question_id] = kind && { kind, reason };
    this.#saver.put({
      key: `deviation ${question_id}`,
      delay,
      send: () => call("deviation_set", { interview_id: this.id, question_id, kind, reason: kind && reason }),
      done: () => this.#replan(),
      refused: (failure) => this.#back(failure, () => (this.deviations[question_id] = before)),
    });
  }

  /** What was prepared, as far as it is written. */
  prepare(words: Omit<PreparationSet, "interview_id">): void {
    const send = () => call("preparation_set", { interview_id: this.id, ...words }).then(() => ({ at: "" }));
    this.#saver.put({ key: "preparation", delay: TYPING, quiet: true, send, refused: (failure) => (this.refused = failure) });
  }

  /** Takes back what was done last at this place, or does it again: the store has one history of text and actions. */
  undo(redo = false): void {
    if (this.save.failure) {
      this.told = "Nothing can be undone until what is written is saved.";
      return;
    }
    const place = this.place;
    const typed = this.#typed;
    this.#groups.next(this.draft());
    this.#saver.put({
      key: `undo ${++this.#undos}`,
      send: () => call(redo ? "action_redo" : "action_undo", { interview_id: this.id, place }),
      done: (done) => this.#undone(done, redo, typed),
      refused: (failure) => (this.refused = failure),
    });
  }

  goTo(spot: Spot): void {
    if (spot === this.spot) return;
    const left = this.question?.id ?? null;
    this.#count();
    this.#enter(spot);
    this.#turn(left);
  }

  step(by: 1 | -1): void {
    this.goTo(neighbour(this.spots, this.spot, by));
  }

  retry(): void {
    this.#saver.retry();
  }

  leave(): void {
    this.#left = true;
    clearInterval(this.#ticker);
    this.#count();
    this.#turn(this.question?.id ?? null);
    this.#unwatch();
  }

  #note(id: string): Note | undefined {
    return this.notes.find((note) => note.id === id);
  }

  /** The first thing written or judged begins the meeting. */
  #begin(): void {
    this.told = "";
    this.meeting.begin();
  }

  #noticed({ place, link }: { place: Place; link: EntryLink | null }): DraftLink | null {
    return link && { target: link.target, number: link.number, state: this.ticks[tickKey(place, link.target, link.number)] ?? "heard" };
  }

  #draftKey(place: Place, entry: string | null, group = this.#groups.now): string {
    return `draft ${place} ${entry ?? ""} ${group}`;
  }

  #sendDraft(place: Place, entry_id: string | null, draft: DraftText): void {
    this.told = "";
    this.#typed += 1;
    const group = this.#groups.of(draft.text, performance.now());
    // A group that is not yet sent is not overwritten by the next: each is one step of undoing.
    this.#saver.put({ key: this.#draftKey(place, entry_id, group), delay: TYPING, send: () => call("draft_save", { interview_id: this.id, place, entry_id, ...draft, group }) });
  }

  /** Sends the note as it is by then; under its id it is never kept twice. */
  #send(id: string): void {
    const note = this.#note(id);
    if (!note) return;
    [note.state, note.why] = ["saving", ""];
    this.#saver.put({
      key: `entry ${id}`,
      send: () => {
        const { place, kind, text, at_seconds, typed } = note;
        return call("entry_save", { interview_id: this.id, entry_id: id, place, kind, link: this.#noticed(note), text, at_seconds, typed: typed && { ...typed } });
      },
      done: ({ tick }) => {
        [note.state, note.stored, note.typed] = ["kept", true, null];
        if (note.link && tick) this.ticks[tickKey(note.place, note.link.target, note.link.number)] ??= tick;
      },
      refused: (failure) => [note.state, note.why] = ["refused", failure.message],
    });
  }

  #move(id: string, place: Place): void {
    this.#saver.put({ key: `move ${id}`, send: () => call("entry_move", { entry_id: id, place }), refused: (failure) => (this.refused = failure) });
  }

  #back(failure: Failure, restore: () => void): void {
    restore();
    this.refused = failure;
  }

  #show(question: string, { rating, probes, deviation }: { rating: Rating | null; probes: { number: number | null; asked: number }[]; deviation: Deviation | null }): void {
    this.ratings[question] = rating;
    this.deviations[question] = deviation;
    for (const key of Object.keys(this.probes)) if (key.startsWith(`${question}/`)) delete this.probes[key];
    for (const { number, asked } of probes) this.probes[probeKey(question, number)] = asked;
  }

  #place({ place, entry_id, kind, link, text, at_seconds }: { place: Place; entry_id: string | null } & DraftText): void {
    if (entry_id === null) this.#drafts.set(place, { kind, link, text, at_seconds });
    else {
      this.edits[entry_id] = { kind, text };
      this.#drafted.add(entry_id);
    }
  }

  #undone({ action, places }: ActionDone, redo: boolean, typed: number): void {
    this.told = undoneWords(action, redo);
    for (const now of places) this.#restore(now, typed === this.#typed);
    this.#replan();
  }

  /** Shows a place as the store has it. What was typed meanwhile stays: it is on its way there. */
  #restore({ place, entries, drafts, ticks, record }: PlaceNow, texts: boolean): void {
    const stays = (note: Note) => note.place !== place || note.state !== "kept" || note.removed || entries.some((entry) => entry.id === note.id);
    this.notes = this.notes.filter(stays);
    for (const entry of entries) {
      const at = this.notes.findIndex((note) => note.id === entry.id);
      if (at < 0) this.notes.push(noteOf(entry));
      else if (this.notes[at]?.state === "kept") this.notes[at] = noteOf(entry);
    }
    this.notes.sort((a, b) => (a.id < b.id ? -1 : 1)); // ids stand in the order of time
    for (const key of Object.keys(this.ticks)) if (key.startsWith(`${place}/`)) delete this.ticks[key];
    for (const tick of ticks) this.ticks[tickKey(tick.question_id, tick.target, tick.number)] = tick.state;
    if (record) this.#show(record.question_id, record);
    if (!texts) return;
    for (const { id } of this.notes.filter((note) => note.place === place)) if (this.#drafted.delete(id)) delete this.edits[id];
    this.#drafts.delete(place);
    for (const draft of drafts) this.#place(draft);
    if (place === this.place) this.#field();
  }

  /** The field shows this place's draft. */
  #field(): void {
    const draft = this.#drafts.get(this.place);
    [this.kind, this.#link] = [draft?.kind ?? "note", draft?.link ?? null];
    this.#groups.next(draft?.text);
    this.put += 1;
  }

  #enter(spot: Spot): void {
    this.spot = spot;
    this.refused = null;
    this.told = "";
    this.#field();
    this.#since = this.meeting.seconds;
    this.#sinceSpent = this.spent[spot] ?? 0;
  }

  /** Brings the seconds of the question on screen up to date; they stand while the meeting does. */
  #count(): void {
    if (this.question) this.spent[this.question.id] = Math.floor(this.#sinceSpent + this.meeting.seconds - this.#since);
  }

  #second(): void {
    this.meeting.tick();
    this.#count();
    if (++this.#seconds % TURN_SECONDS === 0) this.#turn(this.question?.id ?? null);
  }

  /** Tells the store which place is on screen, the seconds of the question given, and how long the meeting has lasted. */
  #turn(of: string | null): void {
    const spent = of === null ? null : { question_id: of, seconds: this.spent[of] ?? 0 };
    const elapsed_seconds = this.meeting.phase === "live" ? this.meeting.second : null;
    this.#saver.put({ key: `turn ${of}`, quiet: true, done: () => this.#replan(), send: () => call("interview_turn", { interview_id: this.id, at: this.place, spent, elapsed_seconds }) });
  }

  /** How the questions fit the time now. Nothing waits for it, and without an answer the last one stands. */
  #replan(): void {
    if (this.#left) return;
    void call("plan_get", { interview_id: this.id, elapsed_seconds: this.meeting.second }).then((plan) => (this.plan = plan), () => undefined);
  }
}
