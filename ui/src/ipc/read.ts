import { call, type Command } from "./call";
import type { Commands } from "./contract";
import { flush } from "./saver";

const PATIENCE = 2000;

/** A call that reads: it first lets what is still being saved arrive, so that a page never shows an older state. */
export async function read<K extends Command>(name: K, request: Commands[K][0]): Promise<Commands[K][1]> {
  await Promise.race([flush(), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  return call(name, request);
}
