import type { Contact } from "../../ipc/contract";

/** What is known of a candidate in one line. */
export const contactWords = (contact: Contact): string =>
  [contact.title, contact.company, contact.email, contact.phone, contact.location, contact.source && `from ${contact.source}`].filter(Boolean).join(" · ");

/** An empty contact counts as none. */
export const isEmpty = (contact: Contact): boolean => contactWords(contact) === "" && contact.links.length === 0 && contact.notes === "";
