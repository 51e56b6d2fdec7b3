// The comparison as text to paste elsewhere: the same figures under the same names as on screen. Files are the core's.
import type { Caution, Opinion } from "../../ipc/contract";
import { RECOMMENDATION_WORD } from "../../ipc/words";
import { type Cell, type Column, compositeWords, figure, later, type Row, silent } from "./grid";

type Label = (column: Column) => string;

/** What is said of letters that are of one comparison alone. */
export const OWN_LETTERS = "These candidates are of several rounds, so the letters are of this comparison alone: their packets may have others.";
/** What is said above candidates of whom one at least is made up, for a demonstration. */
export const SAMPLE = "Sample data: these people are made up";
/** A caution without a name, where the names are hidden and it has that of somebody else. */
export const unnamed = (caution: Caution): Caution =>
  typeof caution.fact === "object" && "until_round" in caution.fact ? { ...caution, words: "ratings are hidden until you submit your scorecard on another candidate of this round." } : caution;
/** A recommendation, with who it is of where that may be said. */
function opinion(one: Opinion, named: boolean): string {
  const beside = [named ? one.interviewer : "", later(one)].filter(Boolean).join(", ");
  return RECOMMENDATION_WORD[one.recommendation] + (beside && ` (${beside})`);
}

const short = (cell: Cell) => (cell.dots.length === 0 ? "not assessed" : `${figure(cell.mean)} (${cell.dots.map((dot) => (dot.value === null ? dot.words : String(Math.round(dot.value * 100) / 100))).join(", ")})`);
/** A cell stays one cell, and a spreadsheet that it is pasted into reads it as text, never as a formula. */
export const pasted = (value: string): string => (/^'*[=+\-@＝＋－＠]/.test(value) ? `'${value}` : value).replace(/[\t\r\n]+/g, " ");

function grid(rows: Row[], columns: Column[], label: Label, named: boolean): string[][] {
  const composite = columns.map(({ candidate }) => silent(candidate) || (candidate.compared === null ? "not compared" : figure(candidate.compared)));
  const flags = columns.map(({ candidate }) => silent(candidate) || String(candidate.red_flags));
  const opinions = columns.map(({ candidate }) => silent(candidate) || candidate.opinions.map((one) => opinion(one, named)).join("; ") || "none yet");
  const line = (row: Row) => [row.name + (row.left ? ` (not compared: ${row.left})` : ""), ...columns.map((column) => silent(column.candidate) || short(row.cells[column.at]!))];
  return [["", ...columns.map(label)], ["Composite", ...composite], ["", ...columns.map(({ candidate }) => compositeWords(candidate).join("; "))], ...rows.map(line), ["Red flags seen", ...flags], ["Recommendation", ...opinions]];
}

/** The whole table, a cell parted from the next by a tab, with what must be known above it. Without names no interviewer has one either. */
export function written(rows: Row[], columns: Column[], label: Label, before: string[], named: boolean): string {
  return [...before, ...(before.length > 0 ? [""] : []), ...grid(rows, columns, label, named).map((line) => line.map(pasted).join("\t"))].join("\n") + "\n";
}
