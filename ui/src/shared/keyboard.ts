/** Whether a plain letter belongs to the field that has the focus. */
export function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

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

// Where these stand on a keyboard without Latin letters. Elsewhere the place may type something that has its own meaning.
const PLACES: Record<string, [code: string, types: string]> = { "/": ["Slash", "."] };

/** A sign by what it types, however the layout makes it; by its place on a Cyrillic layout. */
export function sign(event: KeyboardEvent, wanted: string): boolean {
  const place = PLACES[wanted];
  return event.key === wanted || (place !== undefined && event.code === place[0] && event.key === place[1]);
}
