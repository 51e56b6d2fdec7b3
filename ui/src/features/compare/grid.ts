import type { CellRating, CompareCandidate, CompareTable, LeftOut, Opinion } from "../../ipc/contract";
import { PART_WORD, ratingWords, RECOMMENDATION_WORD, UNJUDGED_WORD } from "../../ipc/words";
import { count } from "../../shared/time";

/** What the rows are. */
export type View = "competencies" | "questions";
/** One rater's dot: a level or a mean from 1 to 5, or none, with what it says. */
export type Dot = { value: number | null; who: string; words: string };
export type Cell = { mean: number | null; dots: Dot[]; covered: string; far: boolean; short: boolean; quote: string | null; counts: [number, number, number, number] | null };
/** A row as it is shown; `competency` is what its cells open. */
export type Row = { id: string; name: string; competency: string; question: string; left: string; differs: boolean; cells: Cell[] };
/** A column, and where it stands in the table of the core. */
export type Column = { at: number; candidate: CompareCandidate };

/** A figure as it is printed everywhere. */
export const figure = (value: number | null): string => (value === null ? "–" : value.toFixed(2));
/** What the newest version of a scorecard recommends; the first one counts. Empty where nothing was amended. */
export const later = ({ recommendation, amended }: Opinion): string => (amended === null ? "" : amended === recommendation ? "amended later" : `later: ${RECOMMENDATION_WORD[amended]}`);
export const percent = (share: number): string => (share > 0 && share < 0.005 ? "< 1 %" : `${Math.round(share * 100)} %`);

/** The places from 0, in an order that looks like chance and is the same for a seed (mulberry32, Fisher–Yates). Seed 0 keeps them as they are. */
export function shuffled(places: number, seed: number): number[] {
  const all = Array.from({ length: places }, (_, at) => at);
  if (seed === 0) return all;
  let state = seed >>> 0;
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  for (let at = places - 1; at > 0; at--) {
    const other = Math.floor(share() * (at + 1));
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return all;
}

export function competencyRows(table: CompareTable): Row[] {
  const why = new Map(table.order.comparable.left_out.map((out) => [out.competency_id, out.words]));
  return table.rows.map((row) => ({
    id: row.competency.id,
    name: row.competency.name,
    competency: row.competency.id,
    question: "",
    left: row.compared ? "" : (why.get(row.competency.id) ?? ""),
    differs: row.differs,
    cells: row.cells.map((cell) => {
      const { figure: f } = cell;
      const dots = cell.dots.map(({ scorecard, mean }) => {
        const { interviewer, part } = table.scorecards[scorecard]!;
        return { value: mean, who: interviewer, words: `${mean === null ? "not judged" : figure(mean)}${part ? `, ${PART_WORD[part].toLowerCase()}` : ""}` };
      });
      const covered = `${f.scorecards_rated} of ${count(f.scorecards_asked, "scorecard")}, ${f.questions_rated} of ${count(f.questions, "question")}`;
      return { mean: f.mean, dots, covered, far: cell.far_apart, short: cell.falls_short, quote: null, counts: [f.scorecards_rated, f.scorecards_asked, f.questions_rated, f.questions] };
    }),
  }));
}

/** The words of one rating of an answer. */
function ratingDot(table: CompareTable, { scorecard, rating, unjudged }: CellRating): Dot {
  const value = typeof rating === "number" ? rating : null;
  const words = rating === null ? "not rated" : value !== null ? String(value) : unjudged ? `could not judge: ${UNJUDGED_WORD[unjudged].toLowerCase()}` : ratingWords(rating).toLowerCase();
  return { value, who: table.scorecards[scorecard]!.interviewer, words };
}

export function questionRows(table: CompareTable): Row[] {
  // Each rating comes once, under its competency; here it stands under its question.
  const given: CellRating[][][] = table.questions.map((row) => row.cells.map(() => []));
  for (const row of table.rows) for (const [at, cell] of row.cells.entries()) for (const rating of cell.ratings) given[rating.question]![at]!.push(rating);
  return table.questions.map((row, place) => ({
    id: row.question_id,
    name: row.title,
    competency: row.competency_id,
    question: row.question_id,
    left: "",
    differs: row.differs,
    cells: row.cells.map((cell, at) => {
      const dots = given[place]![at]!.map((rating) => ratingDot(table, rating));
      const rated = dots.filter((dot) => dot.value !== null).length;
      return { mean: cell.mean, dots, covered: `${rated} of ${count(dots.length, "scorecard")}`, far: false, short: false, quote: cell.quote?.text ?? null, counts: null };
    }),
  }));
}

/** The order of the columns: by chance, or by a row, highest first and what has no figure last; the pinned one before all. */
export function columns(table: CompareTable, rows: Row[], { seed, sort, up, pin }: { seed: number; sort: string; up: boolean; pin: string }): Column[] {
  const all = shuffled(table.candidates.length, seed).map((at) => ({ at, candidate: table.candidates[at]! }));
  const row = rows.find((row) => row.id === sort);
  const value = (column: Column) => (sort === "composite" ? column.candidate.compared : (row?.cells[column.at]?.mean ?? null));
  if (sort === "composite" || row) {
    all.sort((a, b) => {
      const [x, y] = [value(a), value(b)];
      if (x === null || y === null) return Number(x === null) - Number(y === null);
      return up ? x - y : y - x;
    });
  }
  return [...all.filter((column) => column.candidate.id === pin), ...all.filter((column) => column.candidate.id !== pin)];
}

/** How much of a table is made: so many of its rows and columns. */
export type Made = { rows: number; columns: number };
/** What fills a large window; a table that is not larger is made at once. */
export const FIRST: Made = { rows: 16, columns: 12 };
/** What fills this window (rem) and a little more, of a table that is larger: cells are at least 3 high and 8.5 wide, and beside and above them stands something. */
export function filling({ inline, block }: { inline: number; block: number }): Made {
  const between = (count: number, most: number) => Math.min(most, Math.max(1, Math.ceil(count)));
  return { rows: between((block - 15) / 3, FIRST.rows), columns: between((inline - 23.5) / 8.5 + 1, FIRST.columns) };
}
/** So many cells are made between two keys that someone may press. */
const PIECE = 240;
/** What is made next: the columns of the rows that stand there, then row after row. The same when all is made. */
export function grown(made: Made, all: Made): Made {
  const [rows, columns] = [Math.min(made.rows, all.rows), Math.min(made.columns, all.columns)];
  if (columns < all.columns) return { rows, columns: Math.min(all.columns, columns + Math.max(1, Math.floor(PIECE / Math.max(1, rows)))) };
  return { rows: Math.min(all.rows, rows + Math.max(1, Math.floor(PIECE / Math.max(1, columns)))), columns };
}
export const whole = (made: Made, all: Made): boolean => made.rows >= all.rows && made.columns >= all.columns;

/** Why a column has nothing to show, or nothing. */
export const silent = (c: CompareCandidate): string => (c.hidden ? "hidden until you submit" : c.submitted === 0 ? "no scorecard" : "");

/** What a composite rests on, and how far it can be off. */
export function compositeWords(c: CompareCandidate): string[] {
  if (!c.composite) return [];
  const { competencies_rated, competencies, weight_rated, weight, value } = c.composite;
  const words = [`${competencies_rated} of ${competencies} rated`, `${weight > 0 ? percent(weight_rated / weight) : "0 %"} of weight`];
  if (c.compared !== null) words.push(c.error === null ? "error not known" : `error ${figure(c.error)}`);
  if (value !== null && (c.compared === null || Math.abs(value - c.compared) > 1e-9)) words.push(`${figure(value)} over all rated`);
  if (c.groups.length > 0) words.push(`${c.groups.length > 1 ? "tie groups" : "tie group"} ${c.groups.join(", ")}`);
  return words;
}

/** What must be known before comparing, each with what the candidate that it is about is called now. */
export function cautions(table: CompareTable, name: (id: string) => string): { name: string; rest: string }[] {
  return table.cautions.map(({ candidate_id: id, words }) => (id === null ? { name: "", rest: words } : { name: name(id), rest: `: ${words}` }));
}

/** What is not compared: what no kit asks about, which one sentence says of all, and the others. */
export function leftOut(table: CompareTable): { unasked: LeftOut[]; others: LeftOut[] } {
  const all = table.order.comparable.left_out;
  return { unasked: all.filter((out) => out.why === "not_asked"), others: all.filter((out) => out.why !== "not_asked") };
}
