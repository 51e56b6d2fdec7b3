// A practice interview, the same from every screen that begins one.
import { call } from "./call";

/** Begins one with a made-up candidate, of which nothing is kept, and answers where it is. */
export async function beginPractice(): Promise<string[]> {
  return ["interview", (await call("interview_start", { practice: true })).interview.id];
}
