/** To what has just opened: it has the focus and stands at the top of what is seen, so that what follows it is seen as well. */
export function arrive(at: HTMLElement | null | undefined): void {
  at?.focus({ preventScroll: true });
  at?.scrollIntoView({ block: "start" });
}
