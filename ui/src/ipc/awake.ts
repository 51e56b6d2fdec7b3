import { transport } from "#transport";

/** Keeps the laptop awake while an interview is on screen. A system that cannot is no failure: every note is durable. */
export function stayAwake(on: boolean): void {
  transport.stayAwake(on).catch(() => undefined);
}
