import { call } from "../../ipc/call";
import type { Failure, Question, QuestionDetail, QuestionField, QuestionSaved, QuestionType } from "../../ipc/contract";
import { fieldIn } from "../../ipc/failure";
import { Saver, TYPING, type SaveState } from "../../ipc/saver";
import { blank, fieldOf, minutesOf } from "./logic";
import { linesOf, textsOf, type Line } from "./lines";

const NOT_A_NUMBER = "Write the planned time in whole minutes, such as 8, or leave it empty.";

/** A question in its editor. What is typed lives here first, and in the store as a draft within a second. */
export class Editing {
  /** Empty until the first draft of a new question was kept. */
  id = $state("");
  title = $state("");
  prompt = $state("");
  section = $state("");
  level = $state("");
  type = $state<QuestionType | "">("");
  competency = $state("");
  minutes = $state("");
  guidance = $state("");
  tags = $state<Line[]>([]);
  indicators = $state<Line[]>([]);
  red_flags = $state<Line[]>([]);
  probes = $state<Line[]>([]);
  anchors = $state<string[]>([]);
  save = $state.raw<SaveState>({ savedAt: null, pending: false, failure: null });
  /** Why something was refused, and of which field it speaks; null for the whole question. */
  refused = $state.raw<{ field: QuestionField | null; failure: Failure } | null>(null);
  busy = $state(false);
  readonly saver = new Saver((state) => (this.save = state));
  /** The question in the bank; none while it is to be added. */
  readonly base: QuestionDetail | null;
  #before: string;
  #kept: string;

  /** `draft` is what was written before and not saved. */
  constructor(base: QuestionDetail | null, draft: Question | null) {
    this.base = base;
    this.#put(base?.question ?? blank());
    this.#before = this.#words();
    if (draft) this.#put(draft);
    this.#kept = this.#words();
  }

  get question(): Question {
    return {
      id: this.id,
      section: this.section,
      ...(this.level.trim() === "" ? {} : { level: this.level }),
      ...(this.type === "" ? {} : { type: this.type }),
      title: this.title,
      prompt: this.prompt,
      competency: this.competency,
      tags: textsOf(this.tags),
      minutes: minutesOf(this.minutes) ?? 0,
      indicators: textsOf(this.indicators),
      red_flags: textsOf(this.red_flags),
      probes: textsOf(this.probes),
      anchors: [...this.anchors] as Question["anchors"],
      ...(this.guidance.trim() === "" ? {} : { guidance: this.guidance }),
    };
  }
  /** Whether anything is other than in the bank. */
  get changed(): boolean {
    return this.#words() !== this.#before;
  }
  /** To be called after every change: keeps the draft, or forgets it where it says what the bank says. */
  keep(): void {
    const words = this.#words();
    if (words === this.#kept) return;
    this.#kept = words;
    this.refused = null;
    if (words === this.#before && this.id === "") return this.saver.drop("draft");
    const send = () => (words === this.#before ? call("question_draft_discard", { question_id: this.id }) : call("question_draft_save", { question: { ...this.question, id: this.id } }));
    this.saver.put({
      key: "draft",
      delay: TYPING,
      send,
      done: ({ question_id }) => (this.id = question_id),
      refused: (failure) => this.#refuse(failure),
    });
  }

  /** Makes a version of it, or adds it. Null when it was refused; then everything stands as it was written. */
  async commit(): Promise<QuestionSaved | null> {
    if (this.busy) return null;
    if (minutesOf(this.minutes) === null) {
      this.refused = { field: "minutes", failure: { code: "invalid", message: NOT_A_NUMBER, field: "question.minutes" } };
      return null;
    }
    this.busy = true;
    try {
      await this.saver.flush();
      return await call("question_save", { question: this.question });
    } catch (failure) {
      this.#refuse(failure as Failure);
      return null;
    } finally {
      this.busy = false;
    }
  }

  /** Forgets what is written here and was not saved. */
  async discard(): Promise<boolean> {
    this.saver.drop("draft");
    await this.saver.flush();
    try {
      if (this.id !== "") await call("question_draft_discard", { question_id: this.id });
      return true;
    } catch (failure) {
      this.#refuse(failure as Failure);
      return false;
    }
  }

  error(field: QuestionField): string {
    if (field === "minutes" && minutesOf(this.minutes) === null) return NOT_A_NUMBER;
    return this.refused?.field === field ? this.refused.failure.message : "";
  }

  #refuse(failure: Failure): void {
    this.refused = { field: fieldOf(fieldIn(failure, "question")), failure };
  }
  #words(): string {
    return JSON.stringify({ ...this.question, id: "" });
  }
  #put(q: Question): void {
    [this.id, this.title, this.prompt, this.section, this.competency] = [q.id, q.title, q.prompt, q.section, q.competency];
    [this.level, this.type, this.guidance] = [q.level ?? "", q.type ?? "", q.guidance ?? ""];
    this.minutes = q.minutes > 0 ? String(q.minutes) : "";
    [this.tags, this.indicators, this.red_flags, this.probes] = [linesOf(q.tags), linesOf(q.indicators), linesOf(q.red_flags), linesOf(q.probes)];
    this.anchors = [...q.anchors];
  }
}
