import { count } from "./time";

/** How far work is that counts one thing, `unit`, in words; `begins` is what it does before that is known. */
export function far(seen: { laid_out: number; done: number; of: number | null }, unit: string, begins: string): string {
  if (seen.of !== null) return `${seen.done} of ${count(seen.of, unit)}`;
  return seen.laid_out > 0 ? `Laying out page ${seen.laid_out + 1}` : begins;
}
