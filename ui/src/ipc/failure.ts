import type { Code, Failure } from "./contract";

/** How the page treats a code. A new code fails the type check here until someone decides. */
export type Treatment = {
  /** Trying the same call again later may succeed, so the saver keeps the work and retries. */
  retry: boolean;
  /** What is safe and what to do, after the core's own sentence of what happened. */
  advice: string;
  /** The same where nothing is kept for a retry: a page that could not be read, a button that did not work. */
  adviceOnce?: string;
};

const kept = "What you wrote is still on this screen, and is saved by itself as soon as";

export const TREATMENT: Record<Code, Treatment> = {
  invalid: { retry: false, advice: "Change it and try again; nothing you typed is lost." },
  not_found: { retry: false, advice: "It may have been removed. Go back and open it again." },
  locked: { retry: false, advice: "A submitted scorecard stays as it is." },
  // The unlock screen takes the page's place; a saver keeps its work until then.
  locked_store: { retry: true, advice: `${kept} the data is unlocked.`, adviceOnce: "Unlock the data first." },
  conflict: { retry: false, advice: "Nothing was changed." },
  hidden: { retry: false, advice: "" },
  name_first: { retry: false, advice: "Say your name first; it stands in every packet." },
  protect_first: { retry: false, advice: "It takes a minute, under Settings, Your data." },
  undrawable: { retry: false, advice: "See the list of characters and decide how to print them." },
  disk_full: { retry: true, advice: `${kept} there is room.`, adviceOnce: "Nothing was changed." },
  storage: { retry: true, advice: `${kept} it can be.`, adviceOnce: "What was saved is safe. Please try again." },
  // The rescue takes the page's place.
  damaged: { retry: false, advice: "Nothing was changed." },
  damage_found: { retry: true, advice: `${kept} it can be. Settings, Backups shows what can be rescued.`, adviceOnce: "Check the data under Settings, Backups: it shows what can be rescued." },
  cannot_open: { retry: false, advice: "Put it right, then try again." },
  cannot_write: { retry: false, advice: "The earlier file, if there was one, is unchanged. Choose another place." },
  stopped: { retry: false, advice: "" },
  bug: { retry: false, advice: "This is a fault in Interview Workbench. Everything marked as saved is safe; please try again." },
};

const isCode = (code: unknown): code is Code => typeof code === "string" && Object.hasOwn(TREATMENT, code);

/** Whatever was thrown, as a failure the page can show. */
export function asFailure(thrown: unknown): Failure {
  if (typeof thrown === "object" && thrown !== null && "code" in thrown && isCode(thrown.code)) {
    const message = "message" in thrown && typeof thrown.message === "string" ? thrown.message : "";
    return { code: thrown.code, message, ...("field" in thrown && typeof thrown.field === "string" ? { field: thrown.field } : {}) };
  }
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: "bug", message: `Something unexpected happened (${text}).` };
}

/** Of which field of this part of a request a failure speaks: of "question.tags" in "question" that is "tags". Empty where of none. */
export function fieldIn(failure: Failure | null, part = ""): string {
  const path = failure?.field ?? "";
  if (part === "") return path;
  return path.startsWith(`${part}.`) ? path.slice(part.length + 1) : "";
}

/** What is safe and what to do, for a failure of the saver. */
export const advice = (failure: { code: string }): string => (isCode(failure.code) ? TREATMENT[failure.code].advice : "");

/** What is safe and what to do, for a call that nobody makes again by itself. */
export function adviceOnce(failure: { code: string }): string {
  const treatment = isCode(failure.code) ? TREATMENT[failure.code] : undefined;
  return treatment?.adviceOnce ?? treatment?.advice ?? "";
}
