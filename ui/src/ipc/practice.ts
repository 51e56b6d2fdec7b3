// A practice interview, the same from every screen that begins or ends one.
import { call } from "./call";
import { flush } from "./saver";

/** Begins one with a made-up candidate, of which nothing is kept, and answers where it is. */
export async function beginPractice(): Promise<string[]> {
  return ["interview", (await call("interview_start", { practice: true })).interview.id];
}

/** Throws it away, once nothing of it is on its way any more. Where that fails, the next practice or the next start does it. */
export async function endPractice(interview_id: string): Promise<void> {
  await flush();
  await call("interview_discard", { interview_id }).catch(() => undefined);
}
