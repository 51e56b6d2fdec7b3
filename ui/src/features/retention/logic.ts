// A rule as it stands in its form.
import type { RetentionRule } from "../../ipc/contract";
import { localMoment } from "../../shared/time";

/** What is typed; numbers and dates are text until they are read. */
export type Typed = { id: string; title: string; months: string; hired: string; source: string; read_on: string };
export type Wrong = Partial<Record<"title" | "months" | "hired" | "source" | "read_on", string>>;

export const typedOf = (rule: RetentionRule): Typed => ({
  id: rule.id,
  title: rule.title,
  months: String(rule.months),
  hired: rule.hired_months ? String(rule.hired_months) : "",
  source: rule.source,
  read_on: rule.read_on,
});

export const blank = (today: string): Typed => ({ id: "", title: "", months: "", hired: "", source: "", read_on: today });

/** Whole months from 1 to 600; null where it is none. */
function months(text: string): number | null {
  const number = /^\s*(\d{1,3})\s*$/.exec(text) ? Number(text) : 0;
  return number >= 1 && number <= 600 ? number : null;
}

/** The rule, or what is wrong beside each field. */
export function ruleOf(typed: Typed): { rule: RetentionRule } | { wrong: Wrong } {
  const [all, hired] = [months(typed.months), typed.hired.trim() === "" ? undefined : months(typed.hired)];
  const wrong: Wrong = {};
  if (typed.title.trim() === "") wrong.title = "Say in a few words for whom the rule is.";
  if (all === null) wrong.months = "Type whole months, 1 to 600, such as 6.";
  if (hired === null) wrong.hired = "Type whole months, 1 to 600, or leave it empty.";
  if (typed.source.trim() === "") wrong.source = "Say where it is written, such as “Our policy of 2026”.";
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed.read_on.trim()) || localMoment(typed.read_on, "12:00") === null) wrong.read_on = "Type the day as year-month-day, such as 2026-11-26.";
  if (all === null || hired === null || Object.keys(wrong).length > 0) return { wrong };
  return { rule: { id: typed.id, title: typed.title, months: all, hired_months: hired ?? null, source: typed.source, read_on: typed.read_on.trim() } };
}

/** The field of a refusal of the core, as the form calls it. */
export const FIELD: Record<string, keyof Wrong> = { "rule.title": "title", "rule.months": "months", "rule.hired_months": "hired", "rule.source": "source", "rule.read_on": "read_on" };
