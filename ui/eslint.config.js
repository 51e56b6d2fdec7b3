import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import { readdirSync } from "node:fs";
import ts from "typescript-eslint";

const features = readdirSync(new URL("src/features", import.meta.url));
const ban = (...patterns) => ["error", { patterns }];
const tauri = { group: ["@tauri-apps/*"], message: "Only ui/src/ipc/tauri.ts knows Tauri." };
const transport = { group: ["#transport", "**/ipc/tauri*", "**/ipc/devhost*"], message: "Ask through ipc/call.ts." };

export default ts.config(
  { ignores: ["dist/**", "dist-devhost/**", "src/ipc/contract/**"] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"] } },
  },
  {
    rules: {
      "no-undef": "off", // TypeScript knows better
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "svelte/no-at-html-tags": "error", // every user text is text
      "svelte/no-inline-styles": "error", // the CSP blocks them
      "svelte/indent": ["error", { indent: 2, indentScript: true, switchCase: 1 }], // nothing else sees a line that slipped
      "svelte/no-useless-mustaches": "off", // {" "} keeps a space that markup would drop
      "svelte/no-navigation-without-resolve": "off", // no SvelteKit here
      "svelte/prefer-svelte-reactivity": "off", // plain Map and Set are meant where nothing is shown
    },
  },
  // The walls. A feature knows ipc and shared; shared knows neither; app puts the features together.
  { files: ["src/**"], ignores: ["src/ipc/**"], rules: { "no-restricted-imports": ban(tauri, transport) } },
  { files: ["src/ipc/**"], ignores: ["src/ipc/tauri.ts"], rules: { "no-restricted-imports": ban(tauri) } },
  {
    files: ["src/shared/**"],
    rules: { "no-restricted-imports": ban(tauri, transport, { group: ["**/ipc/**", "**/features/**", "**/app/**"], message: "shared knows neither ipc nor a feature." }) },
  },
  {
    files: ["src/ipc/**"],
    ignores: ["src/ipc/tauri.ts"],
    rules: { "no-restricted-imports": ban(tauri, { group: ["**/features/**", "**/app/**", "**/shared/**"], message: "ipc knows the contract alone." }) },
  },
  ...features.map((own) => ({
    files: [`src/features/${own}/**`],
    rules: {
      "no-restricted-imports": ban(tauri, transport, {
        group: [...features.filter((f) => f !== own).flatMap((f) => [`**/${f}/**`, `**/features/${f}/**`]), "**/app/**"],
        message: "Features never import each other: let app/ put them together with a snippet.",
      }),
    },
  })),
);
