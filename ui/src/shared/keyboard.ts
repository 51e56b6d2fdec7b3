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
