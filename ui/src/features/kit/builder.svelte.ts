import { call } from "../../ipc/call";
import type { Failure, Kit, KitDraft, QuestionId } from "../../ipc/contract";
import { Saver, TYPING, type SaveState } from "../../ipc/saver";
import { flat, restored, sectioned, type Section } from "./places";

/** What a row says of a question. */
export type Short = { title: string; minutes: number; competency: string };
/** A step that can be taken back, in words. */
type Step = { what: string; sections: Section[] };

/** A kit in the builder. What is typed and ordered lives here; what is counted and checked comes with each answer of the core. */
export class Builder {
  kit = $state.raw() as Kit;
  sections = $state.raw<Section[]>([]);
  draft = $state.raw() as KitDraft;
  save = $state.raw<SaveState>({ savedAt: null, pending: false, failure: null });
  /** Why the core refused what stands here. */
  failure = $state.raw<Failure | null>(null);
  past = $state.raw<Step[]>([]);
  future = $state.raw<Step[]>([]);
  readonly saver = new Saver((state) => (this.save = state));
  /** Questions that were just added: the core says what they are with its next answer. */
  #found = new Map<QuestionId, Short>();
  #created: (id: string) => void;

  constructor(draft: KitDraft, created: (id: string) => void = () => {}) {
    this.#created = created;
    this.adopt(draft);
  }

  /** Takes over what the core has, in place of what stood here. */
  adopt(draft: KitDraft): void {
    [this.kit, this.draft, this.sections] = [draft.kit, draft, sectioned(draft.kit.questions)];
    [this.past, this.future, this.failure] = [[], [], null];
  }

  get whole(): Kit {
    return { ...this.kit, questions: flat(this.sections) };
  }

  short(id: QuestionId): Short | null {
    const question = this.draft.questions.find((one) => one.id === id);
    if (!question) return this.#found.get(id) ?? null;
    const competency = this.draft.role?.competencies.find((one) => one.id === question.competency)?.name ?? question.competency;
    return { title: question.title, minutes: question.minutes, competency };
  }
  found(id: QuestionId, short: Short): void {
    this.#found.set(id, short);
  }

  /** A text or a number of the kit. */
  set(change: Partial<Kit>, typing = true): void {
    this.kit = { ...this.kit, ...change };
    this.#keep(typing);
  }
  /** Typing in the list: its field takes it back by itself. */
  type(sections: Section[]): void {
    this.sections = sections;
    this.#keep(true);
  }
  /** A step in the list that can be taken back. */
  step(what: string, sections: Section[]): void {
    this.past = [...this.past, { what, sections: this.sections }];
    this.future = [];
    this.sections = sections;
    this.#keep(false);
  }
  /** What was taken back, in words; null where there was nothing. */
  undo(): string | null {
    const step = this.past.at(-1);
    if (!step) return null;
    [this.past, this.future] = [this.past.slice(0, -1), [...this.future, { what: step.what, sections: this.sections }]];
    this.sections = restored(step.sections, this.sections);
    this.#keep(false);
    return step.what;
  }
  redo(): string | null {
    const step = this.future.at(-1);
    if (!step) return null;
    [this.future, this.past] = [this.future.slice(0, -1), [...this.past, { what: step.what, sections: this.sections }]];
    this.sections = restored(step.sections, this.sections);
    this.#keep(false);
    return step.what;
  }

  #keep(typing: boolean): void {
    this.failure = null;
    this.saver.put({
      key: "kit",
      delay: typing ? TYPING : 0,
      // As it is when it is sent: a new kit has its id from the first answer, and must not be begun twice.
      send: async () => {
        const draft = await call("kit_draft_save", { kit: this.whole });
        return { draft, at: draft.saved_at ?? "" };
      },
      done: ({ draft }) => this.#confirmed(draft),
      refused: (failure) => (this.failure = failure),
    });
  }
  #confirmed(draft: KitDraft): void {
    this.draft = draft;
    if (this.kit.id !== "") return;
    this.kit = { ...this.kit, id: draft.kit.id };
    this.#created(draft.kit.id);
  }
}
