import { transport } from "#transport";
import type { Commands } from "./contract";
import { adviceOnce, asFailure } from "./failure";

type Request<K extends keyof Commands> = Commands[K][0];
type Answer<K extends keyof Commands> = Commands[K][1];
/** Commands that write a file: the shell asks where, so the page never names a path. */
export type SavingCommand = { [K in keyof Commands]: "path" extends keyof Request<K> ? K : never }[keyof Commands];
export type Command = Exclude<keyof Commands, SavingCommand>;

/** The one way from the page to the core. Rejects with a `Failure`, whatever went wrong. */
export async function call<K extends Command>(name: K, request: Request<K>): Promise<Answer<K>> {
  try {
    return (await transport.call(name, request)) as Answer<K>;
  } catch (error) {
    throw asFailure(error);
  }
}

/** Like `call`, after the person chose a place in the save dialog; null when they cancelled. */
export async function callSaving<K extends SavingCommand>(
  name: K,
  request: Omit<Request<K>, "path">,
  suggested: string,
): Promise<Answer<K> | null> {
  try {
    return (await transport.callSaving(name, request, suggested)) as Answer<K> | null;
  } catch (error) {
    throw asFailure(error);
  }
}

/** Opens a file or a folder that was written since the start, in the program that the person uses for it. */
async function openExported(path: string): Promise<void> {
  try {
    await transport.openExported(path);
  } catch (error) {
    throw asFailure(error);
  }
}

/** Shows a file that was written since the start among the files of its folder. */
async function showExported(path: string): Promise<void> {
  try {
    await transport.showExported(path);
  } catch (error) {
    throw asFailure(error);
  }
}

/** What can be done with a file or a folder that was written. */
export const written = { open: openExported, show: showExported, advice: adviceOnce };
