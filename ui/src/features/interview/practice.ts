// Practice leaves nothing behind.
import { tick } from "svelte";
import { endPractice } from "../../ipc/practice";
import { go } from "../../shared/route.svelte";

/** To Today, and throws the practice interview away. */
export async function leavePractice(interview_id: string): Promise<void> {
  go("#/today");
  await tick(); // leaving the screen tells the store where it was left
  await endPractice(interview_id);
}
