import { svelte } from "@sveltejs/vite-plugin-svelte";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// `vite build` makes the product: its transport is the shell, and nothing in it can fetch.
// `vite build --mode devhost` makes the page that browser tests drive, over 127.0.0.1.
export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  base: "./",
  resolve: {
    alias: { "#transport": here(mode === "devhost" ? "./src/ipc/devhost.ts" : "./src/ipc/tauri.ts") },
    ...(mode === "test" ? { conditions: ["browser"] } : {}),
  },
  build: {
    outDir: mode === "devhost" ? "dist-devhost" : "dist",
    emptyOutDir: true,
    target: "safari16.4",
    assetsInlineLimit: 0, // the CSP has no data: fonts
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  server: { watch: { ignored: ["**/dist/**", "**/dist-devhost/**"] } },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
}));
