// Practice leaves nothing behind.
import { call } from "../../ipc/call";
import { flush } from "../../ipc/saver";
import { go } from "../../shared/route.svelte";

/** Throws a practice interview away. Where that fails, the next practice or the next start does it. */
export async function leavePractice(interview_id: string): Promise<void> {
  await flush();
  go("#/today");
  await flush(); // leaving the screen tells the store where it was left
  await call("interview_discard", { interview_id }).catch(() => undefined);
}
