import { transport } from "#transport";

/** Keeps the laptop awake while an interview is on screen. A system that cannot is no failure: every note is durable. */
export function stayAwake(on: boolean): void {
  transport.stayAwake(on).catch(() => undefined);
}

/** Seconds that the laptop has slept since it was started; null where that is not known. */
export const slept = (): Promise<number | null> => transport.slept().catch(() => null);

/** Calls back when the laptop is about to sleep. A system that does not say so is no failure. */
export function onSleeping(sleeping: () => void): void {
  transport.onSleeping(sleeping).catch(() => undefined);
}
