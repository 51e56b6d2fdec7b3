// The parts of the live screen, and what has the focus in each. An element names its part with `data-pane`.

const FIRST = "button:not([tabindex='-1'], .earlier), a[href], input:not([tabindex='-1']), textarea, select, summary";
const seen = (el: Element) => el.getClientRects().length > 0;

/** To what wants the focus in this part, else to the first that takes it. Answers whether there is such a thing. */
export function focusIn(screen: HTMLElement | undefined, pane: string): boolean {
  const box = screen?.querySelector(`[data-pane="${pane}"]`);
  const wanted = [...(box?.querySelectorAll<HTMLElement>("[data-first]") ?? []), ...(box?.querySelectorAll<HTMLElement>(FIRST) ?? [])].find(seen);
  wanted?.focus();
  return wanted !== undefined;
}

/** F6: through the parts of the screen, leaving out those with nothing to focus. */
export function cycle(screen: HTMLElement | undefined, by: 1 | -1): void {
  const panes = [...(screen?.querySelectorAll<HTMLElement>("[data-pane]") ?? [])].map((el) => el.dataset.pane ?? "");
  const now = document.activeElement?.closest<HTMLElement>("[data-pane]")?.dataset.pane ?? "";
  let index = panes.indexOf(now);
  for (let i = 0; i < panes.length; i++) {
    index = (index + by + panes.length) % panes.length;
    if (focusIn(screen, panes[index] ?? "")) return;
  }
}
