/** Minutes as they are typed: whole, from 0 (an empty field) to 480; null for anything else. */
export function minutesOf(text: string): number | null {
  const typed = text.trim();
  if (typed === "") return 0;
  return /^\d{1,3}$/.test(typed) && Number(typed) <= 480 ? Number(typed) : null;
}
