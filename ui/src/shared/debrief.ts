// The way to a candidate's debrief: a link on several pages, and one key.
import { composing, letter, typing } from "./keyboard";
import { to } from "./route.svelte";

/** Where a candidate's debrief is. */
export const debriefOf = (candidate: string): string => to(["candidate", candidate, "debrief"]);

/**
 * "d" opens the debrief of whoever's row, column or cell has the focus; where there is only one on the page, that one. The links are
 * marked with `data-debrief`. Answers whether it did.
 */
export function debriefKey(event: KeyboardEvent, page: HTMLElement | undefined): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  if (!page || composing(event) || typing(event.target) || !letter(event, "d")) return false;
  const here = event.target instanceof HTMLElement ? event.target.closest("li, th, td")?.querySelector<HTMLElement>("[data-debrief]") : null;
  const all = page.querySelectorAll<HTMLElement>("[data-debrief]");
  const link = here ?? (all.length === 1 ? all[0] : null);
  if (!link) {
    all[0]?.focus(); // several: the person chooses with Tab and Enter
    return all.length > 0;
  }
  link.click();
  return true;
}
