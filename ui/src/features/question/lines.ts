// A list that is being written: one text a line, each with a key of its own so that its field stays when it moves.
export type Line = { key: number; text: string };

let keys = 0;
export const line = (text = ""): Line => ({ key: ++keys, text });
/** The list as it is edited; an empty one has a line to begin in. */
export const linesOf = (texts: readonly string[]): Line[] => (texts.length > 0 ? texts.map(line) : [line()]);
/** What was written, without the lines that are still empty. */
export const textsOf = (lines: readonly Line[]): string[] => lines.map((one) => one.text).filter((text) => text.trim() !== "");

export const inserted = (lines: readonly Line[], at: number, added: Line[]): Line[] => [...lines.slice(0, at), ...added, ...lines.slice(at)];
/** Without the line; never without any. */
export function removed(lines: readonly Line[], at: number): Line[] {
  const left = lines.filter((_, i) => i !== at);
  return left.length > 0 ? left : [line()];
}
/** Moved up (-1) or down (1); the same list where there is no way. */
export function moved(lines: Line[], at: number, by: number): Line[] {
  const [one, other] = [lines[at], lines[at + by]];
  if (!one || !other) return lines;
  return lines.map((old, i) => (i === at ? other : i === at + by ? one : old));
}

/** Several lines that were pasted, without the bullets and numbers of where they came from; null for a single line. */
export function pasted(text: string): string[] | null {
  const lines = text.split(/\r\n?|\n/).map((one) => one.replace(/^\s*(?:[-*•‣–]|\d{1,3}[.)])\s+/, "").trim()).filter((one) => one !== "");
  return lines.length > 1 ? lines : null;
}
