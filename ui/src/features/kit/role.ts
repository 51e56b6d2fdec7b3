import { RATING_WORDS, type Competency, type Role, type WeightMove } from "../../ipc/contract";

export const COMPETENCIES = { min: 5, max: 8 } as const;
export const WEIGHTS = [1, 2, 3, 4, 5] as const;

/** The weight that most have; of two that are as frequent, the lower one. Who has another one must say why. */
export function usualWeight(competencies: readonly Pick<Competency, "weight">[]): number {
  const times = (weight: number) => competencies.filter((one) => one.weight === weight).length;
  return WEIGHTS.reduce<number>((best, weight) => (times(weight) > times(best) ? weight : best), 1);
}

export const blankCompetency = (weight = 1): Competency => ({ id: "", name: "", definition: "", weight });

/** A role of nothing yet. */
export function blankRole(): Role {
  return { id: "", title: "", level: "", competencies: Array.from({ length: COMPETENCIES.min }, () => blankCompetency()) };
}

/** "At least 3 Meets" */
export const mustHaveWords = (level: 1 | 2 | 3 | 4 | 5): string => `At least ${level} ${RATING_WORDS[level - 1]}`;

/** Whether a competency counts for more or less than before, came, or went. */
export function moved(before: Pick<Role, "competencies">, after: Pick<Role, "competencies">): boolean {
  const weights = (role: Pick<Role, "competencies">) => role.competencies.map((one) => `${one.id} ${one.weight}`).sort().join();
  return weights(before) !== weights(after);
}

/** "1 → 3", "new, 1", "taken out" */
export function weightWords({ before, after }: Pick<WeightMove, "before" | "after">): string {
  if (after === null) return "taken out";
  return before === null ? `new, ${after}` : `${before} → ${after}`;
}

export type Wanting = { title?: string; count?: string; competencies: { name?: string; definition?: string; reason?: string }[] };

/** What the role still wants, at the field that it is about. Nothing where it can be saved. */
export function wanting(role: Role): Wanting | null {
  const usual = usualWeight(role.competencies);
  const competencies = role.competencies.map((one) => ({
    ...(one.name.trim() === "" ? { name: "Give it a name." } : {}),
    ...(one.definition.trim() === "" ? { definition: "Say what it means, in a sentence or two." } : {}),
    ...(one.weight !== usual && (one.weight_reason ?? "").trim() === "" ? { reason: "Write down why, or give it the weight of the others." } : {}),
  }));
  const found: Wanting = { competencies };
  if (role.title.trim() === "") found.title = "Give the role a title.";
  const named = role.competencies.length;
  if (named < COMPETENCIES.min || named > COMPETENCIES.max) found.count = `The role has ${named} competencies. Name ${COMPETENCIES.min} to ${COMPETENCIES.max}.`;
  return found.title || found.count || competencies.some((one) => Object.keys(one).length > 0) ? found : null;
}
