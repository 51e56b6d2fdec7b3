/**
 * Puts a text into a field, with the caret at its end or where it is wanted. In WebKitGTK a field that has the focus and loses the
 * text that its selection stands in has the whole window laid out and painted anew: so the selection leaves it first.
 */
export function setText(field: HTMLInputElement | HTMLTextAreaElement, text: string, caret?: { start: number; end: number }): void {
  const focused = document.activeElement === field;
  if (field.value !== text) {
    if (focused) getSelection()?.removeAllRanges();
    field.value = text;
    caret ??= focused ? { start: text.length, end: text.length } : undefined;
  }
  if (caret) field.setSelectionRange(caret.start, caret.end);
}
