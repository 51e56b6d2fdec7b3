// The comparison as text to paste elsewhere: the same figures under the same names as on screen. Files are the core's.
import { type Cell, type Column, compositeWords, figure, type Row, silent } from "./grid";

type Label = (column: Column) => string;

const short = (cell: Cell) => (cell.dots.length === 0 ? "not assessed" : `${figure(cell.mean)} (${cell.dots.map((dot) => (dot.value === null ? "–" : String(Math.round(dot.value * 100) / 100))).join(", ")})`);
/** A cell stays one cell, and a spreadsheet that it is pasted into reads it as text, never as a formula. */
export const pasted = (value: string): string => (/^'*[=+\-@＝＋－＠]/.test(value) ? `'${value}` : value).replace(/[\t\r\n]+/g, " ");

function grid(rows: Row[], columns: Column[], label: Label): string[][] {
  const composite = columns.map(({ candidate }) => silent(candidate) || (candidate.compared === null ? "not compared" : figure(candidate.compared)));
  const line = (row: Row) => [row.name + (row.left ? ` (not compared: ${row.left})` : ""), ...columns.map((column) => silent(column.candidate) || short(row.cells[column.at]!))];
  return [["", ...columns.map(label)], ["Composite", ...composite], ["", ...columns.map(({ candidate }) => compositeWords(candidate).join("; "))], ...rows.map(line)];
}

/** The whole table, a cell parted from the next by a tab, with what must be known above it. */
export function written(rows: Row[], columns: Column[], label: Label, before: string[]): string {
  return [...before, ...(before.length > 0 ? [""] : []), ...grid(rows, columns, label).map((line) => line.map(pasted).join("\t"))].join("\n") + "\n";
}
