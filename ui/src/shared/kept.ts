// Until when what is about a person is kept, in words.
import { count, day } from "./time";

/** As the core tells it. */
type Kept = { hired: boolean; months: number; from: string; start: "decision" | "record"; held_days: number };

/** "1 year", "18 months", as the core says it. */
export const period = (months: number): string => (months > 0 && months % 12 === 0 ? count(months / 12, "year") : count(months, "month"));

const START: Record<Kept["start"], string> = { decision: "the decision", record: "the last record" };

/** "1 year from 22 Nov 2026, the last record; 14 days of legal hold added". */
export function counted({ months, from, start, held_days, hired }: Kept): string {
  const held = held_days > 0 ? `; ${count(held_days, "day")} of legal hold added` : "";
  return `${period(months)}${hired ? " for who was hired," : ""} from ${day(from)}, ${START[start]}${held}`;
}
