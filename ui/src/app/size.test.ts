import { build } from "vite";
import { beforeAll, expect, it, vi } from "vitest";

/** What the window loads before its first screen, in bytes, gzipped. */
let first: { script: number; style: number };

async function zipped(content: string | Uint8Array): Promise<number> {
  const stream = new Blob([content as BlobPart]).stream().pipeThrough(new CompressionStream("gzip"));
  return (await new Response(stream).arrayBuffer()).byteLength;
}

beforeAll(async () => {
  vi.stubEnv("NODE_ENV", "production"); // as it is shipped: Svelte's checks for developers are left out
  const root = decodeURI(new URL("../..", import.meta.url).pathname);
  const made = await build({ root, mode: "production", logLevel: "silent", build: { write: false } });
  vi.unstubAllEnvs();
  const files = "output" in made ? made.output : [];
  const page = files.find((file) => file.fileName === "index.html");
  const html = page?.type === "asset" ? String(page.source) : "";
  const sum = async (end: string) => {
    const named = files.filter((file) => file.fileName.endsWith(end) && html.includes(`"./${file.fileName}"`));
    const sizes = await Promise.all(named.map((file) => zipped(file.type === "chunk" ? file.code : file.source)));
    return sizes.reduce((sum, size) => sum + size, 0);
  };
  first = { script: await sum(".js"), style: await sum(".css") };
}, 120_000);

it("the first screen loads at most 90 kB of script", () => {
  expect(first.script).toBeGreaterThan(30_000); // it was found at all
  expect(first.script).toBeLessThanOrEqual(90_000);
});

it("the first screen loads at most 15 kB of style", () => {
  expect(first.style).toBeGreaterThan(5_000);
  expect(first.style).toBeLessThanOrEqual(15_000);
});
