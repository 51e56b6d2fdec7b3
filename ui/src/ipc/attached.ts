// What is attached to an interview, as the page shows it.
import { small, textOf } from "../shared/picture";
import { call } from "./call";
import type { Attachment, AttachmentId } from "./contract";

/** A picture by its address, or a text, perhaps only its beginning. */
export type Shown = { picture: string } | { text: string; cut: boolean };

/** Bytes of a text that are shown: laying out more would hold up the window. */
const TEXT_SHOWN = 300_000;

export async function whole(attachment_id: AttachmentId): Promise<Shown> {
  const { attachment, bytes } = await call("attachment_get", { attachment_id });
  // As an address of its own: a large picture never passes through the page byte by byte.
  if (attachment.kind !== "text") return { picture: `data:image/${attachment.kind};base64,${bytes}` };
  return { text: textOf(bytes, TEXT_SHOWN), cut: attachment.size > TEXT_SHOWN };
}

const kept = new Map<AttachmentId, Promise<string | null>>();
let line: Promise<unknown> = Promise.resolve();

/** A small copy of a picture, made once; one after another, so that a page full of photos does not stop. Null for a text. */
export function thumbnail({ id, kind }: Pick<Attachment, "id" | "kind">): Promise<string | null> {
  const there = kept.get(id);
  if (there || kind === "text") return there ?? Promise.resolve(null);
  const made = line.then(async () => {
    const shown = await whole(id);
    return "picture" in shown ? small(shown.picture) : null;
  });
  const safe = made.catch(() => {
    kept.delete(id); // it may be there the next time
    return null;
  });
  line = safe;
  kept.set(id, safe);
  return safe;
}
