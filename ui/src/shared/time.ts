// Times as the screens write them: 24 hours, local, quiet. The core speaks RFC 3339 in UTC.

const part = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat("en-GB", options);
const CLOCK = part({ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
const MINUTE = part({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const LONG_DAY = part({ weekday: "long", day: "numeric", month: "long" });
const SHORT_DAY = part({ day: "numeric", month: "short" });
const SHORT_YEAR = part({ day: "numeric", month: "short", year: "numeric" });

const say = (format: Intl.DateTimeFormat, when: string | Date): string => {
  const date = typeof when === "string" ? new Date(when) : when;
  return Number.isNaN(date.getTime()) ? "" : format.format(date);
};

/** 14:02:07 */
export const clock = (when: string | Date): string => say(CLOCK, when);
/** 14:02 */
export const minute = (when: string | Date): string => say(MINUTE, when);
/** Sunday 22 November */
export const longDay = (when: string | Date): string => say(LONG_DAY, when).replace(",", "");

/** "today 14:02", "22 Nov 14:02", "22 Nov 2025" */
export function moment(when: string, now: Date = new Date()): string {
  const date = new Date(when);
  if (say(SHORT_YEAR, date) === say(SHORT_YEAR, now)) return `today ${minute(date)}`;
  if (date.getFullYear() === now.getFullYear()) return `${say(SHORT_DAY, date)} ${minute(date)}`;
  return say(SHORT_YEAR, date);
}

/** The moment of a local day ("2026-11-24") and time ("14:00"); null where there is none such. */
export function localMoment(day: string, time: string): Date | null {
  const date = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(day);
  const hour = /^\s*(\d{1,2})[:.](\d{2})\s*$/.exec(time);
  if (!date || !hour) return null;
  const [year, month, dayOf, h, m] = [...date.slice(1), ...hour.slice(1)].map(Number) as [number, number, number, number, number];
  const moment = new Date(year, month - 1, dayOf, h, m);
  // 31 February and 25 o'clock roll over to another day: they are a mistake, not that day.
  const same = moment.getMonth() === month - 1 && moment.getDate() === dayOf && moment.getHours() === h && moment.getMinutes() === m;
  return same ? moment : null;
}
/** A date without a time ("2026-11-24") as "24 Nov 2026"; it is the same everywhere. */
export const day = (date: string): string => {
  const noon = localMoment(date, "12:00");
  return noon ? say(SHORT_YEAR, noon) : "";
};
/** The local day as `localMoment` reads it. */
export const isoDay = (date: Date): string => [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, "0")).join("-");

/** 04:10, 1:04:10 */
export function spell(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (n: number) => String(n).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const rest = `${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** "1 question", "3 questions" */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
