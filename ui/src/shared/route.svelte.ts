// A tiny hash router: #/compare?ids=a,b. State that should outlive a reload stands in the address.

export type Route = { path: string[]; query: URLSearchParams };

export function parse(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  return { path: path.split("/").filter(Boolean).map(decode), query: new URLSearchParams(query) };
}

/** `to("compare", { ids: "a,b" })` → "#/compare?ids=a%2Cb" */
export function to(path: string | string[], query: Record<string, string> = {}): string {
  const parts = (Array.isArray(path) ? path : [path]).map(encodeURIComponent).join("/");
  const kept = Object.entries(query).filter(([, value]) => value !== "");
  return `#/${parts}${kept.length > 0 ? `?${new URLSearchParams(kept)}` : ""}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

let current = $state.raw<Route>(parse(typeof location === "undefined" ? "" : location.hash));
if (typeof window !== "undefined") window.addEventListener("hashchange", () => (current = parse(location.hash)));

export const route = {
  get path() {
    return current.path;
  },
  get query() {
    return current.query;
  },
};

export function go(hash: string): void {
  location.hash = hash;
}

/** Changes the address without a new step in the history and without leaving the page. */
export function settle(hash: string): void {
  history.replaceState(null, "", hash);
  current = parse(hash);
}
