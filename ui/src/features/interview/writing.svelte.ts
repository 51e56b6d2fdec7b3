// What is being written in the composer's field: markers, commands, and where it goes. The field itself stays the field's.
import type { DraftLink, Question, TickState } from "../../ipc/contract";
import { closed, command, elsewhere, read, type Counts, type Mark } from "./markers";
import { Opening } from "./opening";
import { offers, slashes, type Slash } from "./slash";
import type { Live } from "./state.svelte";

export type Change = { text: string; caret: number };

const linkOf = ({ target, number, prompted }: Mark): DraftLink => ({ target, number, state: prompted ? "prompted" : "heard" });
const counts = (question: Question | null): Counts => ({ indicator: question?.indicators.length ?? 0, red_flag: question?.red_flags.length ?? 0 });

export class Writing {
  /** What "/" offers now. */
  offered = $state.raw<readonly Slash[]>([]);
  chosen = $state(0);
  /** Where ">7 " files it. */
  to = $state.raw<{ number: number; question: Question } | null>(null);
  /** What was done, for a moment and for a screen reader. */
  told = $state("");

  #live: Live;
  #opening = new Opening();
  /** The tick that the last marker set, and how it was before. */
  #ticked: { mark: Mark; before: TickState | null } | null = null;

  constructor(live: Live) {
    this.#live = live;
  }

  /** Another place's draft stands in the field. */
  begin(text: string): void {
    this.#opening.begin(text);
    this.told = "";
    this.#look(text);
  }

  /** Before typing changes the text to this: what stands there instead, when its beginning is a marker. */
  type(text: string, caret: number): Change | null {
    const live = this.#live;
    const taken = this.#opening.type(text, live.drafts.kind, counts(live.question));
    if (!taken) return null;
    live.drafts.take(taken.kind, taken.mark && linkOf(taken.mark), taken.text);
    if (taken.mark) {
      const before = live.marks.ticked(taken.mark.target, taken.mark.number);
      this.#ticked = { mark: taken.mark, before };
      this.#tick(taken.mark);
    }
    return { text: taken.text, caret: Math.max(0, caret - (text.length - taken.text.length)) };
  }

  /** The field has this text now. */
  changed(text: string, typed: boolean): void {
    if (text === "") this.#opening.emptied();
    else if (!typed) this.#opening.pasted(text);
    this.told = "";
    this.#look(text);
  }

  /** Backspace: a marker taken just now becomes text again; in an empty field the kind goes back to a plain note. */
  back(text: string, caret: number): Change | null {
    const given = this.#opening.giveBack(text, caret);
    if (!given) {
      if (text === "" && this.#live.drafts.kind !== "note") this.#live.drafts.setKind("note");
      return null;
    }
    this.#live.drafts.setKind(given.kind);
    if (given.mark && this.#ticked) this.#live.marks.tick(given.mark.target, given.mark.number, this.#ticked.before);
    return { text: given.text, caret: given.caret };
  }

  /** Keeps it, under the question that it names. */
  keep(text: string): boolean {
    const live = this.#live;
    const far = this.#far(text);
    if (!far) return live.notes.keep({ text: this.#opening.marked ? closed(live.drafts.kind, text) : text });
    const found = read(far.text, counts(far.question));
    const { kind } = found;
    const rest = kind === null ? far.text : closed(kind, found.text);
    const link = found.mark && linkOf(found.mark);
    if (!live.notes.keep({ place: far.question.id, kind: kind ?? live.drafts.kind, link, text: rest })) return false;
    this.told = far.question.id === live.place ? "" : `Kept under ${far.number}, ${far.question.title}`;
    return true;
  }

  /** The field was emptied by keeping, or by a command. */
  cleared(): void {
    this.#opening.begin("");
    this.#look("");
  }

  dismiss(): void {
    this.offered = [];
  }

  step(by: 1 | -1): void {
    this.chosen = (this.chosen + by + this.offered.length) % this.offered.length;
  }

  #far(text: string): { number: number; text: string; question: Question } | null {
    const far = elsewhere(text, this.#live.questions.length);
    const question = far && this.#live.questions[far.number - 1]?.question;
    return far && question ? { ...far, question } : null;
  }

  #look(text: string): void {
    const { question, marks } = this.#live;
    const wanted = question ? command(text) : null;
    const all = () => offers(question?.probes.length ?? 0, marks.deviation);
    if (wanted !== null || this.offered.length > 0) [this.offered, this.chosen] = [wanted === null ? [] : slashes(wanted, all()), 0];
    const to = this.#far(text);
    if (to?.number !== this.to?.number) this.to = to && { number: to.number, question: to.question };
  }

  #tick(mark: Mark): void {
    const now = this.#live.marks.ticked(mark.target, mark.number);
    const state = mark.prompted ? "prompted" : (now ?? "heard");
    if (state !== now) this.#live.marks.tick(mark.target, mark.number, state);
  }
}
