// What is typed into the four-fifths check, and how its figures are written. Pure.
import type { GroupImpact, ImpactGroup } from "../../ipc/contract";

export type Row = { key: number; name: string; applicants: string; selected: string };
export type Field = "name" | "applicants" | "selected";
export type Wrong = { key: number; field: Field; words: string };

const COUNT_MAX = 1_000_000;

/** A whole number as people type it, with gaps between thousands; null where it is none. */
export function countOf(text: string): number | null {
  const digits = text.trim().replace(/[\s\u00A0\u202F]/gu, "");
  return /^\d{1,7}$/.test(digits) && Number(digits) <= COUNT_MAX ? Number(digits) : null;
}

const FIELDS: readonly Field[] = ["name", "applicants", "selected"];
export const isEmpty = (row: Row): boolean => FIELDS.every((field) => row[field].trim() === "");

/** The groups that were typed, and the first thing wrong in each row. A row that is empty is none. */
export function groupsOf(rows: readonly Row[]): { groups: ImpactGroup[]; wrong: Wrong[] } {
  const groups: ImpactGroup[] = [];
  const wrong: Wrong[] = [];
  for (const row of rows.filter((one) => !isEmpty(one))) {
    const [applicants, selected] = [countOf(row.applicants), countOf(row.selected)];
    const say = (field: Field, words: string) => wrong.push({ key: row.key, field, words });
    if (row.name.trim() === "") say("name", "Name the group.");
    else if (applicants === null) say("applicants", "Type how many applied, a whole number up to 1,000,000.");
    else if (applicants === 0) say("applicants", "A group without applicants has no rate. Leave it out.");
    else if (selected === null) say("selected", "Type how many were selected, a whole number.");
    else if (selected > applicants) say("selected", "More are selected than applied. Correct one of the two.");
    else groups.push({ name: row.name, applicants, selected });
  }
  return { groups, wrong };
}

const number = (value: number, digits: number) => value.toFixed(digits);

/** "60.0 %" */
export const rate = (value: number): string => `${number(value * 100, 1)} %`;

/** "0.667": what is below four fifths never reads 0.800. */
export const ratio = (one: GroupImpact): string =>
  one.ratio === null ? "–" : number(one.below ? Math.min(one.ratio, 0.799) : one.ratio, 3);

/** "0.034", "below 0.001" */
export const chance = (p: number): string => (p < 0.001 ? "below 0.001" : number(p, 3));

/** What is to say of one group beside its figures. */
export function remarks(one: GroupImpact): string[] {
  return [
    ...(one.small ? ["Small numbers: these figures say little."] : []),
    ...(one.one_person ? ["One person more here, and one fewer in the group with the highest rate, would turn it round."] : []),
  ];
}
