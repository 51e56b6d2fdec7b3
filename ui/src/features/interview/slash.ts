// What "/" at the start of a note offers for the question on screen. One row a command.
import type { Deviation, DeviationKind, Rating, Unjudged } from "../../ipc/contract";
import { ratingWords } from "../../ipc/words";
import { fold } from "../../shared/palette";
import { CAUSES } from "./keys";

export type Does = { do: "rate"; rating: Rating; cause?: Unjudged } | { do: "probe"; number: number | null } | { do: "deviate"; kind: DeviationKind | null } | { do: "why" };
export type Slash = { words: string; does: Does };

/** All that can be said of a question with so many planned probes. */
export function offers(probes: number, deviation: Deviation | null): readonly Slash[] {
  const mark = (kind: DeviationKind, words: string, back: string): Slash =>
    deviation?.kind === kind ? { words: back, does: { do: "deviate", kind: null } } : { words, does: { do: "deviate", kind } };
  return [
    { words: "Not asked", does: { do: "rate", rating: "not_asked" } },
    { words: "Could not judge", does: { do: "rate", rating: "could_not_judge" } },
    ...CAUSES.map((cause): Slash => ({ words: ratingWords("could_not_judge", cause), does: { do: "rate", rating: "could_not_judge", cause } })),
    ...Array.from({ length: probes }, (_, i): Slash => ({ words: `Probe ${i + 1} asked`, does: { do: "probe", number: i + 1 } })),
    { words: "Unplanned probe asked", does: { do: "probe", number: null } },
    mark("reworded", "Reworded", "Not reworded after all"),
    mark("skipped", "Drop this question", "Not dropped after all"),
    ...(deviation ? [{ words: deviation.kind === "reworded" ? "Why reworded" : "Why dropped", does: { do: "why" } } satisfies Slash] : []),
  ];
}

/** Those with a word that begins so. */
export function slashes(wanted: string, all: readonly Slash[]): readonly Slash[] {
  return all.filter(({ words }) => fold(words).startsWith(fold(wanted)) || fold(words).split(" ").some((word) => word.startsWith(fold(wanted))));
}
