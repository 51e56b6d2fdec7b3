// Practice leaves nothing behind.
import { tick } from "svelte";
import { call } from "../../ipc/call";
import { flush } from "../../ipc/saver";
import { go } from "../../shared/route.svelte";

/** Throws a practice interview away. Where that fails, the next practice or the next start does it. */
export async function leavePractice(interview_id: string): Promise<void> {
  go("#/today");
  await tick(); // leaving the screen tells the store where it was left
  await flush();
  await call("interview_discard", { interview_id }).catch(() => undefined);
}
