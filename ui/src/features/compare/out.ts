// The comparison as text to take elsewhere: the same figures under the same names as on screen.
import { type Cell, type Column, compositeWords, figure, type Row, silent } from "./grid";

export type Form = "text" | "csv" | "markdown";
type Label = (column: Column) => string;

const ratings = (cell: Cell) => cell.dots.map((dot) => `${dot.who}: ${dot.words}`).join("; ");
const short = (cell: Cell) => (cell.dots.length === 0 ? "not assessed" : `${figure(cell.mean)} (${cell.dots.map((dot) => (dot.value === null ? "–" : String(Math.round(dot.value * 100) / 100))).join(", ")})`);

/** A cell that a spreadsheet reads as text, never as a formula. */
export function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
const markdownCell = (value: string) => value.replaceAll("\\", "\\\\").replaceAll("|", "\\|").replace(/\s*\n\s*/g, " ");

function grid(rows: Row[], columns: Column[], label: Label): string[][] {
  const composite = columns.map(({ candidate }) => silent(candidate) || (candidate.compared === null ? "not compared" : figure(candidate.compared)));
  const line = (row: Row) => [row.name + (row.left ? ` (not compared: ${row.left})` : ""), ...columns.map((column) => silent(column.candidate) || short(row.cells[column.at]!))];
  return [["", ...columns.map(label)], ["Composite", ...composite], ["", ...columns.map(({ candidate }) => compositeWords(candidate).join("; "))], ...rows.map(line)];
}

/** A line for each row and candidate, so that a spreadsheet can reckon with it. */
function long(rows: Row[], columns: Column[], label: Label): string[][] {
  const head = ["row", "candidate", "mean", "scorecards rated", "scorecards asking", "questions rated", "questions", "ratings"];
  const composites = columns.map((column) => {
    const { candidate } = column;
    return ["Composite", label(column), candidate.compared === null ? "" : String(candidate.compared), "", "", "", "", [silent(candidate), ...compositeWords(candidate)].filter(Boolean).join("; ")];
  });
  const lines = rows.flatMap((row) =>
    columns.map((column) => {
      const cell = row.cells[column.at]!;
      return [row.name, label(column), cell.mean === null ? "" : String(cell.mean), ...(cell.counts ?? ["", "", "", ""]).map(String), silent(column.candidate) || ratings(cell)];
    }),
  );
  return [head, ...composites, ...lines];
}

/** The whole table in one of three forms. */
export function written(form: Form, rows: Row[], columns: Column[], label: Label, before: string[]): string {
  if (form === "csv") return long(rows, columns, label).map((line) => line.map(csvCell).join(",")).join("\r\n") + "\r\n";
  const cells = grid(rows, columns, label);
  if (form === "text") return [...before, ...(before.length > 0 ? [""] : []), ...cells.map((line) => line.join("\t"))].join("\n") + "\n";
  const [head = [], ...body] = cells.map((line) => line.map(markdownCell));
  const bar = (line: string[]) => `| ${line.join(" | ")} |`;
  return [...before.map((line) => `- ${line}`), ...(before.length > 0 ? [""] : []), bar(head), bar(head.map(() => "---")), ...body.map(bar)].join("\n") + "\n";
}
