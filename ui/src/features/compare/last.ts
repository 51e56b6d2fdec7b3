// Who was compared last, and how it was looked at: it is there again until the program ends or is locked. Names are hidden again,
// and what stood behind a cell is closed.
const PASSING = ["names", "candidate", "competency", "question"];

export const last = { query: "" };

/** The address of the comparison on screen; of another page it tells nothing. */
export function keep(path: readonly string[], query: URLSearchParams): void {
  if (path[0] !== "compare") return;
  const kept = new URLSearchParams(query);
  for (const name of PASSING) kept.delete(name);
  last.query = kept.get("ids") ? kept.toString() : "";
}
