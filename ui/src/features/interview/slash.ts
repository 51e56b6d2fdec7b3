// What "/" at the start of a note offers. One row a command.
import type { Rating } from "../../ipc/contract";
import { fold } from "./palette";

export type Slash = { words: string; rating: Rating };

export const SLASHES: readonly Slash[] = [
  { words: "Not asked", rating: "not_asked" },
  { words: "Could not judge", rating: "could_not_judge" },
];

/** Those with a word that begins so. */
export function slashes(wanted: string): readonly Slash[] {
  return SLASHES.filter(({ words }) => fold(words).startsWith(fold(wanted)) || fold(words).split(" ").some((word) => word.startsWith(fold(wanted))));
}
