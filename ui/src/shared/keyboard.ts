/** Whether a plain letter belongs to the field that has the focus. */
export function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

/** Whether undo belongs to the field that has the focus: a list to choose from takes letters, and has no history. */
export const writing = (target: EventTarget | null): boolean => typing(target) && !(target instanceof HTMLSelectElement);

export const mac = (): boolean => typeof navigator !== "undefined" && /Mac/.test(navigator.platform);

/** Ctrl, or Cmd on a Mac; never AltGraph, which many layouts report as Ctrl+Alt. */
export function mod(event: KeyboardEvent): boolean {
  if (event.altKey || event.getModifierState("AltGraph")) return false;
  return mac() ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
}

/** An input method is at work: what is pressed is its own. 229 is what older web views say instead. */
export const composing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/** Digits by their place on the keyboard, so that AZERTY and a number pad work alike. */
export function digit(event: KeyboardEvent): number | null {
  const found = /^(?:Digit|Numpad)([0-9])$/.exec(event.code);
  return found ? Number(found[1]) : null;
}

/** A letter by what it types; by its place where the layout is not Latin (Cyrillic, Greek …). */
export function letter(event: KeyboardEvent, wanted: string): boolean {
  const typed = event.key.toLowerCase();
  return /^[a-z]$/.test(typed) ? typed === wanted : event.code === `Key${wanted.toUpperCase()}`;
}

/**
 * A sign by what it types, wherever the layout has it; else by its place, which many layouts give to another character
 * (Ctrl+ü is Ctrl+[ on a German keyboard, Ctrl+. is Ctrl+/ on a Russian one). A place that types one of the other
 * signs means that one: Dvorak has "=" where others have "]".
 */
export function sign(event: KeyboardEvent, wanted: Sign): boolean {
  const typed = SIGNS.find((s) => s === event.key);
  if (typed !== undefined) return typed === wanted;
  return PLACE[wanted].includes(event.code) && !(wanted === "/" && FOREIGN.test(event.key));
}

const SIGNS = ["[", "]", "/", "=", "-"] as const;
export type Sign = (typeof SIGNS)[number];
const PLACE: Record<Sign, readonly string[]> = {
  "[": ["BracketLeft"],
  "]": ["BracketRight"],
  "/": ["Slash"],
  "=": ["Equal", "NumpadAdd"],
  "-": ["Minus", "NumpadSubtract"],
};
/** Typed where "/" stands by layouts that have it elsewhere (AZERTY "!", Dvorak "z"): not meant for "/". */
const FOREIGN = /^[!a-z]$/i;
