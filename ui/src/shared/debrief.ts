// One key to a candidate's debrief, from every page that links to one with `data-debrief`.
import { composing, letter, typing } from "./keyboard";

/**
 * "d" opens the debrief of whoever's row or cell has the focus; where there is only one on the page, that one. Of several the
 * first link gets the focus, and the person chooses. Answers whether it did anything.
 */
export function debriefKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.repeat) return false;
  if (composing(event) || typing(event.target) || !letter(event, "d")) return false;
  const here = event.target instanceof HTMLElement ? event.target.closest("li, th, td")?.querySelector<HTMLElement>("[data-debrief]") : null;
  const all = document.querySelectorAll<HTMLElement>("[data-debrief]");
  const link = here ?? (all.length === 1 ? all[0] : null);
  if (link) link.click();
  else all[0]?.focus();
  return all.length > 0;
}
