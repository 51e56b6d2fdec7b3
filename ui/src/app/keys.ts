// The keys of every screen but the live interview, which has its own table, as the sheet of keys shows them. The palette offers
// those that belong to a page while it is the page on screen, and the page's main buttons.
import { ANYWHERE, CONFIRM_MEANS, PANES, SEARCH } from "../shared/anywhere";
import { mac, typing } from "../shared/keyboard";
import type { Route } from "../shared/route.svelte";

type On = (at: Pick<Route, "path" | "query">) => boolean;
export type Key = {
  keys: readonly string[];
  words: string;
  /** Whether it does something on the page of this address; there it is a command that the palette offers. */
  on?: On;
};

/** The lists, not what stands below them. */
const list = (...pages: string[]): On => ({ path }) => path.length < 2 && pages.includes(path[0] ?? "today");
/** Where there is something for it on the page. */
const where = (selector: string) => () => document.querySelector(selector) !== null;
const chosen: On = (at) => list("questions")(at) && at.query.get("id") !== null;

export const GROUPS: { name: string; keys: Key[] }[] = [
  { name: "Every screen", keys: [...[SEARCH, PANES, ...ANYWHERE].map(({ keys, words }) => ({ keys, words })), { keys: ["F1"], words: "These keys" }] },
  {
    name: "Today and Candidates",
    keys: [
      { keys: ["N"], words: "Add a candidate: to the name", on: list("today", "candidates") },
      { keys: ["P"], words: "On Today: a practice interview" },
      { keys: ["Esc"], words: "Out of the field" },
    ],
  },
  {
    name: "Questions",
    keys: [
      { keys: ["/"], words: "To the search of the questions", on: list("questions") },
      { keys: ["J"], words: "Next question" },
      { keys: ["K"], words: "The one before" },
      { keys: ["N"], words: "Write a new one" },
      { keys: ["E"], words: "Edit the chosen one", on: chosen },
      { keys: ["D"], words: "Copy the chosen one", on: chosen },
      { keys: ["A"], words: "Put the chosen one away", on: chosen },
    ],
  },
  {
    name: "Candidate and Compare",
    keys: [
      { keys: ["D"], words: "To the debrief", on: where("[data-debrief]") },
      { keys: ["←", "↑", "→", "↓"], words: "From cell to cell" },
      { keys: ["Enter"], words: "What stands behind a cell" },
      { keys: ["Esc"], words: "Close it" },
    ],
  },
  { name: "Review", keys: [{ keys: CONFIRM_MEANS.keys, words: "Confirm all means", on: where("[data-means]") }] },
  {
    name: "Drills",
    keys: [
      { keys: ["Mod", "1 – 5"], words: "Rate the answer" },
      { keys: ["Mod", "Enter"], words: "The next answer" },
    ],
  },
  {
    name: "Text fields",
    keys: [
      { keys: ["Mod", "Z"], words: "Undo what was typed" },
      { keys: ["Mod", "Shift", "Z"], words: "Type it again" },
    ],
  },
];

/** What a page's button does, as the palette offers it. */
export type Button = { words: string; does: string; press: () => void };

/**
 * The main buttons and links of the page on screen, in its order: those that it marks with `data-command`, which may say what they
 * do. One that cannot be pressed now says so and is gone to: why stands beside it.
 */
export function buttons(page: ParentNode): Button[] {
  const seen = [...page.querySelectorAll<HTMLElement>("[data-command]:not(:disabled)")].filter((at) => at.getClientRects().length > 0);
  return seen.map((at) => {
    const can = at.ariaDisabled !== "true";
    return { words: called(at), does: can ? (at.dataset.command ?? "") : "Not now", press: () => (at.focus(), can && at.click()) };
  });
}

/** What a button is called, without the key that stands in it. */
function called(at: HTMLElement): string {
  const copy = at.cloneNode(true) as HTMLElement;
  for (const key of copy.querySelectorAll("kbd")) key.remove();
  return (at.getAttribute("aria-label") ?? copy.textContent ?? "").replace(/\s+/gu, " ").trim();
}

/** Presses keys where the focus is, outside a text field: what a page does at a key has one handler, the page's own. */
export function press(keys: readonly string[]): void {
  const key = keys.at(-1) ?? "";
  const on = typing(document.activeElement) ? document.body : (document.activeElement ?? document.body);
  const held = keys.includes("Mod");
  const code = /^[A-Z]$/.test(key) ? `Key${key}` : "";
  on.dispatchEvent(new KeyboardEvent("keydown", { key: key.toLowerCase(), code, ctrlKey: held && !mac(), metaKey: held && mac(), shiftKey: keys.includes("Shift"), bubbles: true, cancelable: true }));
}
