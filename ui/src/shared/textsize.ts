// The size of all text, kept on this computer. Everything is measured in rem, so the root's size scales the whole page.

export const SIZES = [80, 90, 100, 110, 125, 150, 175, 200] as const;
const KEY = "text-size";

export function nextSize(now: number, by: 1 | -1 | 0): number {
  if (by === 0) return 100;
  const index = SIZES.findIndex((size) => size >= now);
  return SIZES[Math.min(Math.max((index < 0 ? SIZES.length - 1 : index) + by, 0), SIZES.length - 1)] ?? 100;
}

/** What was kept, where it can be read and is one of the sizes. */
export function keptSize(storage: Pick<Storage, "getItem"> | undefined): number {
  try {
    const kept = Number(storage?.getItem(KEY));
    return SIZES.find((size) => size === kept) ?? 100;
  } catch {
    return 100; // storage may be switched off
  }
}

let size = 100;
function apply(next: number): void {
  size = next;
  document.documentElement.style.fontSize = size === 100 ? "" : `${size}%`;
}

export function openTextSize(): void {
  apply(keptSize(globalThis.localStorage));
}

export function resizeText(by: 1 | -1 | 0): void {
  apply(nextSize(size, by));
  try {
    localStorage.setItem(KEY, String(size));
  } catch {
    // It then lasts until the window is closed.
  }
}
