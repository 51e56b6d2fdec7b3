// Files on the page: how large, what they look like, and their bytes as the contract carries them.

/** "812 bytes", "41 kB", "2.3 MB" */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} ${bytes === 1 ? "byte" : "bytes"}`;
  return bytes < 999_500 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Twice its place on the screen, so that it is sharp on a dense one. */
const SMALL = 96;

/** A small copy of a picture, as an address; null where it cannot be drawn. The large one is decoded once, and let go. */
export async function small(src: string): Promise<string | null> {
  const image = new Image();
  image.src = src;
  try {
    await image.decode();
  } catch {
    return null;
  }
  const scale = Math.min(1, SMALL / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  const brush = canvas.getContext("2d");
  if (!brush) return null;
  brush.fillStyle = "#fff"; // what is clear in a picture was meant for paper
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.src = "";
  return canvas.toDataURL("image/jpeg", 0.8);
}

/** The bytes of a file in base64. The browser reads and writes them beside the page, which stays free for typing. */
export function base64(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",", 2)[1] ?? "");
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

/** What is in base64. A loop, which takes a tenth of the time that a callback for each byte does. */
export function bytesOf(coded: string): Uint8Array<ArrayBuffer> {
  const characters = atob(coded);
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}

/** The words of a text in base64, from its beginning to so many bytes; a character that is cut in two is left out. */
export function textOf(bytes: string, limit: number): string {
  return new TextDecoder().decode(bytesOf(bytes.slice(0, Math.ceil(limit / 3) * 4)), { stream: true });
}
