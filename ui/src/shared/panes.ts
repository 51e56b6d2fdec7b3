// F6: from one part of a screen to the next, and what has the focus in each.

const FIRST = "button:not(:disabled, [tabindex='-1'], .earlier), a[href], input:not(:disabled, [tabindex='-1']), textarea, select, summary";
/** The live screen names its parts. */
const NAMED = "[data-pane]";
/** Every other page has them by its headings: what stands below one belongs to it, as far as the next. Beside them what has a name of its own. */
const READ = "nav, h1, h2, [role=search], section[aria-label], [role=region], aside, [data-pane]";
const seen = (el: Element) => el.getClientRects().length > 0;
const all = (box: ParentNode | null | undefined, wanted: string) => [...(box?.querySelectorAll<HTMLElement>(wanted) ?? [])].filter(seen);
const before = (one: Element, other: Element) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** To what wants the focus in this part, else to the first that takes it. Answers whether there is such a thing. */
export function focusIn(screen: HTMLElement | undefined, pane: string): boolean {
  return take(first(screen?.querySelector(`[data-pane="${pane}"]`)));
}

/** F6 on the live screen, leaving out the parts with nothing to focus. */
export function cycle(screen: HTMLElement | undefined, by: 1 | -1): void {
  turn(all(screen, NAMED), by, (pane) => take(first(pane)));
}

/** F6 on a page in its frame. A part with nothing to focus has it on its heading; the part stands at the top of what is seen. */
export function cyclePage(frame: ParentNode, by: 1 | -1): void {
  const parts = all(frame, READ);
  turn(parts, by, (part, next) => {
    const under = (at: Element) => part.contains(at) || (before(part, at) && (next === undefined || before(at, next)));
    // The page's own heading is where it is read from.
    const to = part.matches("h1") ? part : (first(part) ?? all(frame, FIRST).find((at) => part.matches("h2") && under(at)) ?? part);
    if (to === document.activeElement) return false;
    if (to === part && !part.hasAttribute("tabindex")) part.tabIndex = -1;
    to.focus({ preventScroll: true });
    if (part.matches("h1")) part.closest("main")?.scrollTo(0, 0);
    else part.scrollIntoView({ block: "start" });
    return true;
  });
}

/** From the part with the focus, or the last before it, onwards to the first that takes it. */
function turn(parts: HTMLElement[], by: 1 | -1, into: (part: HTMLElement, next: HTMLElement | undefined) => boolean): void {
  const now = document.activeElement ?? document.body;
  let index = parts.findLastIndex((part) => part.contains(now) || before(part, now));
  if (index < 0 && by < 0) index = 0;
  for (let tries = 0; tries < parts.length; tries++) {
    index = (index + by + parts.length) % parts.length;
    const part = parts[index];
    if (part && into(part, parts[index + 1])) return;
  }
}

function first(box: ParentNode | null | undefined): HTMLElement | undefined {
  const found = all(box, "[data-first]")[0] ?? all(box, FIRST)[0];
  // Of several to choose one of, the one that is chosen.
  const chosen = found instanceof HTMLInputElement && found.type === "radio" ? all(box, "input[type=radio]:checked").find((one) => (one as HTMLInputElement).name === found.name) : undefined;
  return chosen ?? found;
}

function take(at: HTMLElement | undefined): boolean {
  at?.focus();
  return at !== undefined;
}
