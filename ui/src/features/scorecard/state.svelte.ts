import { call } from "../../ipc/call";
import type { CompetencyId, EntryId, Failure, Interview, OwnRating, Recommendation, Review, Topic } from "../../ipc/contract";
import { Saver, TYPING, type SaveState } from "../../ipc/saver";
import { kept, written, type Written } from "./evidence";

/** Asks the core for both again; nothing when it cannot be read. */
export type Again = () => Promise<{ interview: Interview; review: Review } | null>;

/** The write-up while it is open. What is typed lives here; what is counted comes from the review of the core. */
export class WriteUp {
  interview = $state.raw() as Interview;
  review = $state.raw() as Review;
  recommendation = $state<Recommendation | null>(null);
  reason = $state("");
  reasonsFor = $state<Written[]>([]);
  reasonsAgainst = $state<Written[]>([]);
  own = $state<OwnRating[]>([]);
  save = $state.raw<SaveState>({ savedAt: null, pending: false, failure: null });
  failure = $state.raw<Failure | null>(null);
  readonly saver = new Saver((state) => (this.save = state));
  /** Counts the changes, so that a question raised about an older state is taken back. */
  changes = $state(0);
  #lists = false;
  #again: Again;
  #line: Promise<Review>;

  constructor(interview: Interview, review: Review, again: Again) {
    [this.interview, this.review, this.#again] = [interview, review, again];
    this.#line = Promise.resolve(review);
    const { scorecard } = review;
    this.recommendation = scorecard.recommendation;
    this.reason = scorecard.reason;
    this.reasonsFor = scorecard.reasons_for.map(written);
    this.reasonsAgainst = scorecard.reasons_against.map(written);
    this.own = scorecard.own_ratings.map((own) => ({ ...own }));
  }

  /**
   * Reviews again, with everything typed before kept; what is being typed stays. One after another: a review that another
   * one overtakes would answer with what was before it.
   */
  refresh(): Promise<Review> {
    this.#line = this.#line.then(async () => {
      const now = await this.#again();
      if (now) [this.interview, this.review] = [now.interview, now.review];
      return this.review;
    });
    return this.#line;
  }

  /** Keeps the draft: while typing, or at once with a new review afterwards. */
  keep(typing = false): void {
    this.failure = null;
    this.changes += 1;
    // A keystroke in the reason needs nothing but itself; the lists come along once one was touched.
    const lists = this.#lists
      ? { reasons_for: kept(this.interview, this.reasonsFor), reasons_against: kept(this.interview, this.reasonsAgainst), own_ratings: $state.snapshot(this.own) }
      : {};
    const request = { interview_id: this.interview.id, recommendation: this.recommendation, reason: this.reason, ...lists };
    this.saver.put({
      key: "scorecard",
      delay: typing ? TYPING : 0,
      send: () => call("scorecard_save", request),
      done: () => typing || void this.refresh(),
      refused: (why) => (this.failure = why),
    });
  }
  keepLists(typing = false): void {
    this.#lists = true;
    this.keep(typing);
  }

  ownOf(id: CompetencyId): OwnRating | undefined {
    return this.own.find((own) => own.competency_id === id);
  }
  rate(id: CompetencyId, level: OwnRating["level"]): void {
    const own = this.ownOf(id);
    if (own) own.level = level;
    else this.own.push({ competency_id: id, level, reason: "" });
    this.keepLists();
  }
  unrate(id: CompetencyId): void {
    this.own = this.own.filter((own) => own.competency_id !== id);
    this.keepLists();
  }

  confirm = () => this.#do(() => call("scorecard_confirm", { interview_id: this.interview.id }));
  settle = (entry_id: EntryId, settled: boolean) => this.#do(() => call("entry_settle", { entry_id, settled }));
  hide = (entry_id: EntryId, topic: Topic) => this.#do(() => call("entry_hide", { entry_id, topic }));
  unhide = (entry_id: EntryId) => this.#do(() => call("entry_unhide", { entry_id }));

  /** Does it after what was typed before is kept, and reviews again. Whether it was done. */
  async #do(act: () => Promise<unknown>): Promise<boolean> {
    this.changes += 1;
    try {
      this.failure = null;
      await this.saver.flush();
      await act();
      await this.refresh();
      return true;
    } catch (refused) {
      this.failure = refused as Failure;
      return false;
    }
  }
}
