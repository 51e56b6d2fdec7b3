// Ids of notes, made here: a note that is sent again after an answer was lost keeps its id, and is never kept twice.

/** Milliseconds of a UUIDv7. */
const timeOf = (id: string): number => Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);

/** A UUIDv7: 48 bits of time, then chance. It stands after `last` even if the system's clock was set back since. */
export function newId(last?: string, clock = Date.now()): string {
  const now = last === undefined ? clock : Math.max(clock, timeOf(last) + 1);
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) % 256;
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
