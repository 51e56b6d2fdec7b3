/** The steps of one path for all letters of a colour: each outline from where its letter stands. Three numbers a letter. */
export function standing(outlines: readonly string[], at: readonly number[]): string {
  const steps: string[] = [];
  for (let i = 0; i + 2 < at.length; i += 3) steps.push(`M${at[i]} ${at[i + 1]}${outlines[at[i + 2]!]}`);
  return steps.join("");
}
