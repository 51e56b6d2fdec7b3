import { call } from "../../ipc/call";
import type { ActionDone, Beside, Failure, InterviewLive, MeetingEvent, Part, Place, PlaceNow, Plan, PreparationSet, Question } from "../../ipc/contract";
import { Saver, TYPING, watch, type SaveState } from "../../ipc/saver";
import type { Desk } from "./desk";
import { Drafts } from "./drafts.svelte";
import { inOrder, neighbour, OPENING, opensAt, placeAt, spotsOf, type Spot } from "./logic";
import { Marks } from "./marks.svelte";
import { happened, notNow } from "./meeting";
import { Meeting } from "./meeting.svelte";
import { Notes } from "./notes.svelte";
import { undoneWords } from "./undone";

/** How often the time is told: what a crash of the whole laptop can take of it. */
const TURN_SECONDS = 5;

/**
 * One live interview: where one is in it, how long it takes, and undoing. What is written is its parts': `drafts` what
 * is being typed, `notes` what was kept, `marks` ratings and ticks. What is on screen is here first and in the store a
 * moment later, through the one saver; "saved" is said only then.
 */
export class Live implements Desk {
  readonly id: string;
  readonly info: InterviewLive;
  readonly questions: { question: Question; required: boolean }[];
  readonly spots: Spot[];
  readonly meeting: Meeting;
  readonly drafts: Drafts;
  readonly notes: Notes;
  readonly marks: Marks;
  readonly saver = new Saver((state) => (this.save = state));

  spot = $state<Spot>(OPENING);
  /** Seconds for each question. */
  spent = $state<Record<string, number>>({});
  plan = $state.raw<Plan>() as Plan;
  save = $state.raw<SaveState>({ savedAt: null, pending: false, failure: null });
  /** The others who write a scorecard of this meeting here. */
  beside = $state.raw<Beside[]>([]);
  /** What the interviewer whose scorecard this is does, where two interview together. */
  part = $state.raw<Part | null>(null);
  /** The last thing the store refused for good, until the next action. */
  refused = $state.raw<Failure | null>(null);
  /** What was done to the meeting or undone, until something else is done. */
  told = $state("");

  /** Locking and closing take the seconds with them. */
  #unwatch = watch(this.saver, () => this.#left || this.#tell());
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
    [this.plan, this.beside, this.part] = [live.plan, live.beside, interview.part];
    this.meeting = new Meeting(live, this.saver, ({ plan }) => this.planned(plan), (failure) => this.refuse(failure));
    this.drafts = new Drafts(this);
    this.marks = new Marks(this, interview);
    this.notes = new Notes(this, this.drafts, this.marks, interview.entries);
    this.spent = Object.fromEntries(interview.records.map((r) => [r.question_id, r.spent_seconds]));
    for (const { place, entry_id, kind, link, text, at_seconds } of interview.drafts) {
      if (entry_id === null) this.drafts.restore(place, { kind, link, text, at_seconds });
      else this.notes.resume(entry_id, { kind, link, text, at_seconds });
    }
    this.#enter(opensAt(interview));
    // While the page was gone, locked or ended, the meeting went on, and so did the question that was open.
    this.#since = Math.min(interview.meeting.elapsed_seconds, this.#since);
    this.#tell();
    this.#ticker = setInterval(() => this.#second(), 1000);
  }

  get place(): Place {
    return placeAt(this.spot);
  }

  get question(): Question | null {
    return this.questions.find((q) => q.question.id === this.spot)?.question ?? null;
  }

  /** With a made-up candidate, to be thrown away. */
  get practice(): boolean {
    return this.info.candidate.practice;
  }

  get second(): number {
    return this.meeting.second;
  }

  acts(): void {
    this.changed();
    this.meeting.begin();
  }

  changed(): void {
    this.told = "";
  }

  refuse(failure: Failure): void {
    this.refused = failure;
  }

  planned(plan: Plan): void {
    this.plan = plan;
  }

  /** Lets something happen to the meeting, and says so. */
  happen(event: MeetingEvent): boolean {
    const done = this.meeting.happen(event);
    this.told = done ? happened(event) : notNow(this.meeting.phase, this.meeting.timed);
    return done;
  }

  /** Pauses it, or goes on. */
  turn(): void {
    this.told = this.meeting.turn() ? "" : notNow(this.meeting.phase, this.meeting.timed);
  }

  /** Someone else at this laptop gets a scorecard of this meeting. */
  async invite(interviewer_name: string, part: Part): Promise<void> {
    if (this.save.failure) throw this.save.failure;
    await this.saver.flush(); // the other scorecard begins with the meeting as it is
    const { interview } = await call("interview_start", { beside: this.id, interviewer_name, part });
    this.beside = [...this.beside, { interview_id: interview.id, interviewer: interview.interviewer.name, part }];
    this.part ??= part === "lead" ? "scribe" : "lead";
  }

  /** The scorecard after this one, of those that are written here; null where there is no other. */
  get next(): Beside | null {
    return this.beside.find((other) => other.interview_id > this.id) ?? this.beside[0] ?? null;
  }

  /** What was prepared, as far as it is written. */
  prepare(words: Omit<PreparationSet, "interview_id">): void {
    const send = () => call("preparation_set", { interview_id: this.id, ...words }).then(() => ({ at: "" }));
    this.saver.put({ key: "preparation", delay: TYPING, quiet: true, send, refused: (failure) => this.refuse(failure) });
  }

  /** Takes back what was done last at this place, or does it again: the store has one history of text and actions. */
  undo(redo = false): void {
    if (this.save.failure) {
      this.told = "Undo waits until what is written is saved.";
      return;
    }
    const { place } = this;
    const { typed } = this.drafts;
    this.drafts.close();
    this.saver.put({
      key: `undo ${++this.#undos}`,
      send: () => call(redo ? "action_redo" : "action_undo", { interview_id: this.id, place }),
      done: (done) => this.#undone(done, redo, typed),
      refused: (failure) => this.refuse(failure),
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
    const to = neighbour(this.spots, this.spot, by);
    if (to === this.spot && by > 0) this.told = "This is the last place. What is next: end the interview, then review and submit.";
    this.goTo(to);
  }

  retry(): void {
    this.saver.retry();
  }

  leave(): void {
    this.#left = true;
    clearInterval(this.#ticker);
    this.#tell();
    this.meeting.leave();
    this.#unwatch();
  }

  #undone({ action, places }: ActionDone, redo: boolean, typed: number): void {
    this.told = undoneWords(action, redo);
    for (const now of places) this.#restore(now, typed === this.drafts.typed);
    // Nothing waits for it, and without an answer the last plan stands.
    if (!this.#left) void call("plan_get", { interview_id: this.id, elapsed_seconds: this.second }).then((plan) => this.planned(plan), () => undefined);
  }

  /** Shows a place as the store has it. What was typed meanwhile stays: it is on its way there. */
  #restore({ place, entries, drafts, ticks, record }: PlaceNow, texts: boolean): void {
    this.notes.restore(place, entries);
    this.marks.restore(place, ticks, record);
    if (!texts) return;
    this.notes.settle(place);
    for (const draft of drafts) if (draft.entry_id !== null) this.notes.resume(draft.entry_id, draft);
    const own = drafts.find((draft) => draft.entry_id === null);
    this.drafts.restore(place, own ? { kind: own.kind, link: own.link, text: own.text, at_seconds: own.at_seconds } : null);
  }

  #enter(spot: Spot): void {
    this.spot = spot;
    this.refused = null;
    this.changed();
    this.drafts.show();
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
    if (++this.#seconds % TURN_SECONDS === 0) this.#tell();
  }

  #tell(): void {
    this.#count();
    this.#turn(this.question?.id ?? null);
  }

  /** Tells the store which place is on screen, the seconds of the question given, and how long the meeting has lasted. */
  #turn(of: string | null): void {
    const spent = of === null ? null : { question_id: of, seconds: this.spent[of] ?? 0 };
    const elapsed_seconds = this.meeting.phase === "live" ? this.second : null;
    this.saver.put({ key: `turn ${of}`, quiet: true, done: ({ plan }) => this.planned(plan), send: () => call("interview_turn", { interview_id: this.id, at: this.place, spent, elapsed_seconds }) });
  }
}
