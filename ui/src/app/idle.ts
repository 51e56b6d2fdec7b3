// Locks when nobody works: no key, no pointer, for so many minutes. The page's own clock, so a clock set forward locks nothing.
const SIGNS = ["keydown", "pointerdown", "pointermove", "wheel"] as const;
const LOOK = 5_000;

/** Calls `idle` again and again while nobody has worked for `minutes()`, 0 being never; gives back how to stop. */
export function whenIdle(minutes: () => number, idle: () => void): () => void {
  let last = performance.now();
  const works = () => (last = performance.now());
  for (const sign of SIGNS) window.addEventListener(sign, works, { capture: true, passive: true });
  const timer = setInterval(() => {
    const most = minutes() * 60_000;
    if (most > 0 && performance.now() - last >= most) idle();
  }, LOOK);
  return () => {
    clearInterval(timer);
    for (const sign of SIGNS) window.removeEventListener(sign, works, { capture: true });
  };
}
