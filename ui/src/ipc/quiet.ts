// When nobody types. What takes the page a while, and is not asked for, waits until then.

const REST = 1500;
let last = -Infinity;
if (typeof window !== "undefined") window.addEventListener("keydown", () => (last = performance.now()), true);

/** Resolves once no key was pressed for a moment. */
export async function quiet(): Promise<void> {
  for (let left = last + REST - performance.now(); left > 0; left = last + REST - performance.now()) {
    const wait = left;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
