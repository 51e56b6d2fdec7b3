import type { CandidateColumn, CandidateHere, Contact, Protected } from "../../ipc/contract";
import { isolate } from "../../shared/names";
import { moment } from "../../shared/time";

/** What is known of a candidate in one line. */
export const contactWords = (contact: Contact): string =>
  [contact.title, contact.company, contact.email, contact.phone, contact.location, contact.source && `from ${contact.source}`].filter(Boolean).join(" · ");

/** What tells a candidate who is here from another one of the name. */
export const hereWords = ({ email, role, round, added_at }: CandidateHere): string =>
  [email, isolate(role), round && isolate(round), `added ${moment(added_at)}`].filter(Boolean).join(" · ");

/** An empty contact counts as none. */
export const isEmpty = (contact: Contact): boolean => contactWords(contact) === "" && contact.links.length === 0 && contact.notes === "";

/** The names of the columns that no field is for: what they say is kept in the notes. */
export const columnsInNotes = (columns: readonly CandidateColumn[]): string[] =>
  columns.filter((one) => one.field === null && one.dropped === null && one.samples.length > 0).map((one) => one.name);

/** What is never kept of a candidate, in a word. */
export const NEVER_KEPT: Record<Protected, string> = {
  age: "age",
  birth_date: "birth date",
  gender: "gender",
  marital_status: "marital status",
  photo: "photo",
  family: "family",
  origin: "origin",
  religion: "religion",
  disability: "health",
};

/** A name for the folder with everything about a person; a point in it would look like the ending of a file. */
export function folderName(day: string, name: string): string {
  const safe = name.replace(/[^\p{L}\p{M}\p{N}\- ]/gu, " ").replace(/\s+/g, " ").trim();
  return `${day} ${[...safe].slice(0, 60).join("").trim() || "candidate"} everything`;
}
