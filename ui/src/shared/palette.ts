// What a palette finds among what it offers. Pure: it knows no field, no screen and no noun.

export type Item<R> = {
  id: string;
  /** Under which heading it stands; those of one group stand together. */
  group: string;
  text: string;
  /** What else is said of it, and not looked for. */
  detail: string;
  keys: readonly string[];
  /** A number by which it is known: that number alone finds it first. */
  number?: number;
  run: R;
};

/** Case and accents do not matter, nor which apostrophe a keyboard has. */
export const fold = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’‘ʼ]/gu, "'").toLowerCase();

const SHOWN = 50;

/** What has every word of the query, the beginnings of words before their middles; without a query, all. */
export function find<R>(query: string, all: readonly Item<R>[]): Item<R>[] {
  const words = fold(query).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return all.slice(0, SHOWN);
  const scored = all.flatMap((item) => {
    const text = fold(item.text);
    if (!words.every((word) => text.includes(word))) return [];
    const own = text.split(/[^\p{L}\p{N}]+/u);
    const exact = words.every((word) => own.includes(word));
    const begins = words.every((word) => own.some((part) => part.startsWith(word)));
    return [{ item, score: exact ? 0 : begins ? 1 : 2 }];
  });
  const numbered = /^\d+$/.test(query.trim()) ? (item: Item<R>) => (item.number === Number(query) ? -1 : 0) : () => 0;
  return scored
    .toSorted((a, b) => numbered(a.item) - numbered(b.item) || a.score - b.score)
    .slice(0, SHOWN)
    .map(({ item }) => item);
}
