// What is attached to an interview, as the page shows it.
import { transport } from "#transport";
import { bytesOf, small, textOf } from "./picture";
import { quiet } from "./quiet";
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

/**
 * A small copy of a picture, made once. One after another and only while nobody types: reading a large photo back and
 * drawing it takes the page a good part of a second. Null for a text.
 */
export function thumbnail({ id, kind }: Pick<Attachment, "id" | "kind">): Promise<string | null> {
  const there = kept.get(id);
  if (there || kind === "text") return there ?? Promise.resolve(null);
  const made = line.then(async () => {
    await quiet();
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

/** Follows files that are dropped where the web view keeps them from the page. What is too large has a size and no bytes. */
export function onDropped(over: (on: boolean) => void, dropped: (files: { name: string; size: number; file: Blob | null }[]) => void): () => void {
  const stop = transport.onDropped(over, (files) =>
    dropped(files.map(({ name, size, bytes }) => ({ name, size, file: bytes === null ? null : new Blob([bytesOf(bytes)], { type: /\.(png|jpe?g)$/i.test(name) ? "image/*" : "" }) }))),
  );
  return () => void stop.then((end) => end(), () => undefined);
}

/** A picture that was pasted and that the web view keeps to itself; null when there is none. */
export async function pastedPicture(): Promise<File | null> {
  const bytes = await transport.pastedPicture().catch(() => null);
  return bytes === null ? null : new File([bytesOf(bytes)], "image.png", { type: "image/png" });
}
