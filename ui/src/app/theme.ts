import type { Theme } from "../ipc/contract";

const dark = window.matchMedia("(prefers-color-scheme: dark)");
let wish: Theme = "system";

/** The one place that decides light or dark; tokens.css only reads `data-theme`. */
export function applyTheme(theme: Theme): void {
  wish = theme;
  document.documentElement.dataset.theme = theme === "system" ? (dark.matches ? "dark" : "light") : theme;
}

dark.addEventListener("change", () => applyTheme(wish));
