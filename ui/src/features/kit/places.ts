// The order of a kit's questions while it is built: sections of places. Everything here gives a new list and leaves the
// old one as it was, so that a step can be taken back.
import type { KitQuestion, QuestionId } from "../../ipc/contract";

/** One question's place. Its key lasts as long as the page: a draft may have one question twice. */
export type Place = { key: number; question_id: QuestionId; required: boolean; /** 0 takes the question's own. */ minutes: number };
export type Section = { key: number; title: string; places: Place[] };

let last = 0;
export const newKey = (): number => ++last;

/** Questions that follow one another with one title are one section. */
export function sectioned(questions: readonly KitQuestion[]): Section[] {
  const sections: Section[] = [];
  for (const { question_id, required, section = "", minutes = 0 } of questions) {
    let open = sections.at(-1);
    if (!open || open.title !== section) sections.push((open = { key: newKey(), title: section, places: [] }));
    open.places.push({ key: newKey(), question_id, required, minutes });
  }
  return sections;
}

/** As the contract has it: what says nothing is left out. */
export function flat(sections: readonly Section[]): KitQuestion[] {
  return sections.flatMap(({ title, places }) =>
    places.map(({ question_id, required, minutes }) => ({
      question_id,
      required,
      ...(title.trim() === "" ? {} : { section: title }),
      ...(minutes === 0 ? {} : { minutes }),
    })),
  );
}

export const everyPlace = (sections: readonly Section[]): Place[] => sections.flatMap((section) => section.places);
const filled = (sections: Section[]): Section[] => sections.filter((section) => section.places.length > 0);
const changed = (sections: readonly Section[], at: number, places: Place[]): Section[] => sections.map((section, i) => (i === at ? { ...section, places } : section));

/** One step up or down. At the end of its section it goes into the next one; null where there is nowhere to go. */
export function moved(sections: readonly Section[], key: number, by: -1 | 1): Section[] | null {
  const from = sections.findIndex((section) => section.places.some((place) => place.key === key));
  const section = sections[from];
  if (!section) return null;
  const at = section.places.findIndex((place) => place.key === key);
  const place = section.places[at] as Place;
  const rest = section.places.toSpliced(at, 1);
  if (section.places[at + by]) return changed(sections, from, rest.toSpliced(at + by, 0, place));
  const beside = sections[from + by];
  if (!beside) return null;
  return filled(changed(changed(sections, from, rest), from + by, by < 0 ? [...beside.places, place] : [place, ...beside.places]));
}

export function without(sections: readonly Section[], key: number): Section[] {
  return filled(sections.map((section) => ({ ...section, places: section.places.filter((place) => place.key !== key) })));
}

/** At the end, in the last section. */
export function added(sections: readonly Section[], question_id: QuestionId): Section[] {
  const place: Place = { key: newKey(), question_id, required: true, minutes: 0 };
  const end = sections.at(-1);
  return end ? changed(sections, sections.length - 1, [...end.places, place]) : [{ key: newKey(), title: "", places: [place] }];
}

export function withPlace(sections: readonly Section[], key: number, change: Partial<Place>): Section[] {
  return sections.map((section) => ({ ...section, places: section.places.map((place) => (place.key === key ? { ...place, ...change } : place)) }));
}

export const titled = (sections: readonly Section[], key: number, title: string): Section[] => sections.map((section) => (section.key === key ? { ...section, title } : section));

/** From this place on it is a section of its own. The first place of a section keeps the one that it has. */
export function begun(sections: readonly Section[], key: number): { sections: Section[]; section: number } | null {
  const from = sections.findIndex((section) => section.places.some((place) => place.key === key));
  const section = sections[from];
  if (!section) return null;
  const at = section.places.findIndex((place) => place.key === key);
  if (at === 0) return { sections: [...sections], section: section.key };
  const second: Section = { key: newKey(), title: "", places: section.places.slice(at) };
  return { sections: changed(sections, from, section.places.slice(0, at)).toSpliced(from + 1, 0, second), section: second.key };
}

/** Takes a heading away: its questions belong to the section before. */
export function joined(sections: readonly Section[], key: number): Section[] {
  const at = sections.findIndex((section) => section.key === key);
  const [before, section] = [sections[at - 1], sections[at]];
  if (!section) return [...sections];
  if (!before) return titled(sections, key, "");
  return changed(sections, at - 1, [...before.places, ...section.places]).toSpliced(at, 1);
}

/** An earlier order, with what was typed since: a field takes its own text back, the order does not take it along. */
export function restored(earlier: readonly Section[], now: readonly Section[]): Section[] {
  const titles = new Map(now.map((section) => [section.key, section.title]));
  const minutes = new Map(everyPlace(now).map((place) => [place.key, place.minutes]));
  return earlier.map((section) => ({
    ...section,
    title: titles.get(section.key) ?? section.title,
    places: section.places.map((place) => ({ ...place, minutes: minutes.get(place.key) ?? place.minutes })),
  }));
}
