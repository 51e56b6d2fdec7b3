// What a drop or a paste brings: which of it are files to attach, and what they are called.
import type { Given } from "./attachments.svelte";

const NAME = 200;

/** Whether files are being dragged; text that is dragged belongs to the field under it. */
export const brings = (data: DataTransfer | null): boolean => data !== null && [...data.types].includes("Files");

/** A name that the store takes: very long ones lose their middle, never their ending. */
export function fitting(name: string): string {
  const letters = [...name];
  return letters.length <= NAME ? name : `${letters.slice(0, NAME - 21).join("")}…${letters.slice(-20).join("")}`;
}

export const given = (files: Iterable<File>): Given[] => [...files].map((file) => ({ name: fitting(file.name), file, size: file.size }));

/**
 * What was pasted as a file. Where there are words as well, as from a spreadsheet, the words are meant. A picture out of
 * the clipboard has no name of its own, so it is called by its time.
 */
export function pasted(data: DataTransfer | null, now: string): Given[] {
  if (!data || data.getData("text/plain").trim() !== "") return [];
  return [...data.files].map((file) => named(file, now));
}

export function named(file: File, now: string): Given {
  const ending = /^image\.(png|jpe?g)$/i.exec(file.name)?.[1];
  return { name: ending ? `Pasted ${now.replaceAll(":", ".")}.${ending}` : fitting(file.name), file, size: file.size };
}

/** Nothing that the page is told of was pasted: some web views keep pictures to themselves. */
export const isEmpty = (data: DataTransfer | null): boolean => data !== null && data.files.length === 0 && data.getData("text/plain") === "";
