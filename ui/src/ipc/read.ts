import { call, type Command } from "./call";
import type { Commands } from "./contract";
import { flush } from "./saver";

const PATIENCE = 2000;

/** What was asked for before its page is there. */
let ahead: { name: Command; answer: Promise<unknown> } | null = null;

/** Asks for what the first page will read, so that it need not wait for what is asked before. Given once, to the first who reads it. */
export function readAhead<K extends Command>(name: K, request: Commands[K][0]): void {
  const answer = call(name, request);
  answer.catch(() => undefined); // who reads it asks again
  ahead = { name, answer };
}
/** Another page comes first: by the time this one does, what was read may be old. */
export function forgetAhead(): void {
  ahead = null;
}

/** A call that reads: it first lets what is still being saved arrive, so that a page never shows an older state. */
export async function read<K extends Command>(name: K, request: Commands[K][0]): Promise<Commands[K][1]> {
  const early = ahead?.name === name ? ahead.answer : null;
  ahead = null;
  const answer = await early?.catch(() => undefined);
  if (answer !== undefined) return answer as Commands[K][1];
  await Promise.race([flush(), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  return call(name, request);
}
