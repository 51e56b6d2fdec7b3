import { SvelteMap, SvelteSet } from "svelte/reactivity";
import type { Audience, Mention, MentionDecision, PacketOptions, Section } from "../../ipc/contract";
import { isoDay } from "../../shared/time";

/** For whom a packet can be made, in the words of the screen. */
export const AUDIENCES: readonly { value: Audience; label: string; hint: string }[] = [
  { value: "panel", label: "The panel", hint: "Everything that those who decide need." },
  { value: "hr", label: "Personnel file", hint: "With the log of decisive acts and every deviation." },
  { value: "candidate", label: "The candidate’s own copy", hint: "Everything written about them, with its purpose and source. Without anchors." },
  { value: "blind", label: "Names hidden", hint: "For a reader who must not know whose it is: A, B, C in place of names." },
];

/** What can be left out. */
export const SECTIONS: readonly { value: Section; label: string }[] = [
  { value: "reasons", label: "Reasons" },
  { value: "ratings", label: "Ratings by competency" },
  { value: "scorecards", label: "Scorecards, question by question" },
  { value: "notes", label: "Notes and quotes" },
  { value: "signatures", label: "Signatures" },
  { value: "log", label: "Log" },
];

/** What was decided about the mentions in one packet. */
export class Decided {
  #replaced = new SvelteMap<string, boolean>();

  /** Whether this one is replaced; undefined while nothing is decided. */
  get(key: string): boolean | undefined {
    return this.#replaced.get(key);
  }

  set(key: string, replace: boolean): void {
    this.#replaced.set(key, replace);
  }

  /** How many mentions wait for a decision. */
  open(mentions: readonly Mention[]): number {
    return mentions.filter((mention) => !this.#replaced.has(mention.key)).length;
  }

  /** Replaces every mention that nobody decided. */
  replaceRest(mentions: readonly Mention[]): void {
    for (const { key } of mentions) if (!this.#replaced.has(key)) this.#replaced.set(key, true);
  }

  /** As the contract has it, about these mentions alone. */
  about(mentions: readonly Mention[]): MentionDecision[] {
    return mentions.flatMap(({ key }) => (this.#replaced.has(key) ? [{ key, replace: this.#replaced.get(key) === true }] : []));
  }
}

/** How a packet is wanted, and what was decided about each mention. */
export class Wanted {
  audience = $state<Audience>("panel");
  without = new SvelteSet<Section>();
  find = $state("");
  asked = $state("");
  due = $state("");
  purpose = $state("");
  source = $state("");
  recipients = $state("");
  leaveNames = $state(false);
  why = $state("");
  decided = new Decided();

  /** The parts that this audience could have. */
  sections = $derived(SECTIONS.filter((s) => (s.value !== "log" || this.audience === "hr") && (s.value !== "signatures" || this.audience !== "candidate")));

  /** As the contract has it, without decisions: they change no mention. */
  options = $derived<PacketOptions>({
    audience: this.audience,
    without: this.sections.filter((s) => this.without.has(s.value)).map((s) => s.value),
    find: this.find.split(",").map((words) => words.trim()).filter((words) => words !== ""),
    ...(this.audience === "candidate"
      ? { own_copy: { requested_on: day(this.asked), answer_by: day(this.due), purpose: this.purpose, source: this.source, recipients: this.recipients, names_left_out: this.leaveNames ? this.why : null } }
      : {}),
  });

  /** Everything that must be put right before it can be looked at; empty when nothing. */
  errors = $derived({
    ...(this.audience === "candidate" ? dayErrors(this.asked, this.due) : { asked: "", due: "" }),
    why: this.audience === "candidate" && this.leaveNames && this.why.trim() === "" ? "Say why: the candidate is told the reason." : "",
  });
  ready = $derived(Object.values(this.errors).every((error) => error === ""));

  /** The options with what was decided about these mentions. */
  settled(mentions: readonly Mention[]): PacketOptions {
    return { ...this.options, decisions: this.decided.about(mentions) };
  }
}

/** What is wrong with the day on which a candidate asked, and with the one by which they must have their copy. */
export function dayErrors(asked: string, due: string, today = isoDay(new Date())): { asked: string; due: string } {
  const [from, until] = [day(asked), day(due)];
  return {
    asked: asked !== "" && from === null ? "Write it as 2026-11-26." : from !== null && from > today ? "That day is yet to come. Write the day on which they asked." : "",
    due: due !== "" && until === null ? "Write it as 2026-12-26." : until === null ? "" : dueError(from, until, today),
  };
}

/** A month to answer, and two more where it is hard (GDPR, article 12, paragraph 3): a day outside of it was mistyped. */
function dueError(from: string | null, until: string, today: string): string {
  if (until > threeMonthsAfter(from ?? today)) return `That is more than three months after ${from === null ? "today" : "they asked"}. Correct the day.`;
  if (from !== null) return until < from ? "That is before they asked. Correct one of the two days." : "";
  return until < today ? "That day is over. Write on which day they asked as well." : "";
}

/** The same day three months later, or the last of that month. */
function threeMonthsAfter(day: string): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + 3, 0)).getUTCDate();
  return new Date(Date.UTC(year, month + 2, Math.min(date, last))).toISOString().slice(0, 10);
}

/** A day that was typed, if it is one. */
export function day(typed: string): string | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed.trim());
  if (!found) return null;
  const date = new Date(`${found[0]}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(found[0]) ? found[0] : null;
}
