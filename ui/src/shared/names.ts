import { moment } from "./time";

// A name may be written from right to left. Isolated, it never turns the sentence that it stands in.

/** A name for an attribute, where markup is impossible; in markup it stands in a `<bdi>`. */
export const isolate = (name: string): string => `\u2068${name}\u2069`;

/** How a list to choose from calls people: where two have one name, with the time when each was added. */
export function caller(people: Iterable<Called>): (one: Called) => string {
  const [once, twice] = [new Set<string>(), new Set<string>()];
  for (const { name } of people) (once.has(letters(name)) ? twice : once).add(letters(name));
  return ({ name, added_at }) => (twice.has(letters(name)) ? `${isolate(name)} · added ${moment(added_at)}` : name);
}
/** The letters of a name as two names are compared, as the core does: small, and however they are put together and spaced. */
const letters = (name: string): string => name.normalize("NFC").toLowerCase().trim().replace(/\s+/gu, " ").normalize("NFC");
interface Called {
  name: string;
  added_at: string;
}

/** What stands under the field that finds people: how many are shown, and whether there are more. */
export function found({ cards, next, text }: { cards: readonly unknown[] | null; next: number | null; text: string }): string {
  if (cards === null) return "";
  if (cards.length === 0) return text === "" ? "" : "Nobody of that name";
  return next === null ? `${cards.length} ${text === "" ? "in all" : "found"}` : `The ${cards.length} added last, and more`;
}
