import { RATING_WORDS, type Closeness, type DrillKey, type Habit } from "../../ipc/contract";
import { count } from "../../shared/time";

/** A written answer as it is read: what was said, and between it the probes that were asked. */
export type Passage = { probe: boolean; text: string };
export function passages(text: string): Passage[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const probe = /^\[(?:Probe: *)?(.*)\]$/s.exec(part);
      return probe ? { probe: true, text: probe[1]! } : { probe: false, text: part };
    });
}

const level = (of: number) => `${of} ${RATING_WORDS[of - 1]}`;

/** What the feedback says first. */
export function verdict({ given, key }: DrillKey): string {
  if (given === key) return `The key is ${level(key)} too.`;
  const apart = Math.abs(given - key);
  return `You gave ${level(given)}; the key is ${level(key)}. That is ${count(apart, "level")} ${given > key ? "higher" : "lower"}.`;
}

/** A mean difference in levels, with its sign; one that is printed as zero has none. */
export function signed(mean: number): string {
  const text = Math.abs(mean).toFixed(2);
  if (text === "0.00") return text;
  return `${mean > 0 ? "+" : "−"}${text}`;
}

/** One's own figures in a sentence. */
export function closenessWords({ answers, same, within_one, mean }: Closeness): string {
  const drift = signed(mean) === "0.00" ? "neither higher nor lower on the whole" : `${signed(mean)} levels on the whole`;
  return `${count(answers, "answer")} rated: ${same} as the key, ${within_one} within one level, ${drift}.`;
}

/** The fewest candidates that a difference is told of. */
const CANDIDATES_MIN = 10;

/** How one's ratings lie beside the others', in a sentence. */
export function habitWords({ candidates, difference }: Habit): string {
  if (!difference) return `You and others rated ${count(candidates, "candidate")} in common. From ${CANDIDATES_MIN} on, it stands here how far your ratings lie from theirs; you alone see it.`;
  const { mean, low, high } = difference;
  const where = low > 0 ? "higher than theirs" : high < 0 ? "lower than theirs" : "not told apart from theirs";
  return `Over ${count(candidates, "candidate")} whom others rated too, your ratings are ${where}: ${signed(mean)} levels (95 % interval ${signed(low)} to ${signed(high)}).`;
}
