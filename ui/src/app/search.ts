// What the palette outside an interview offers by itself: the pages, and what can be done. Names come only with what is typed.
import { ANYWHERE, type Anywhere } from "../shared/anywhere";
import { find, fold, type Item } from "../shared/palette";
import { to, type Route } from "../shared/route.svelte";
import { GROUPS, type Button } from "./keys";

export type Run = { to: "place"; hash: string } | { to: "press"; keys: readonly string[] } | { to: "button"; press: () => void } | { to: "window"; does: Anywhere } | { to: "keys" } | { to: "practice" };
export type Offer = Item<Run>;

const today = ANYWHERE.find((key) => key.does === "today")?.keys ?? [];
const PLACES: readonly [string, string, (readonly string[])?][] = [
  ["Today", "#/today", today],
  ["Questions", "#/questions"],
  ["New question", to(["questions", "edit"])],
  ["Import questions", to(["questions", "import"])],
  ["Drills", "#/drill"],
  ["Kits", "#/kits"],
  ["New kit", to(["kit", "new"])],
  ["Candidates", "#/candidates"],
  ["Import candidates", to(["candidates", "import"])],
  ["Import scorecards", to(["candidates", "scorecards"])],
  ["Check a packet", to(["candidates", "check"])],
  ["Rounds", to("candidates", { part: "rounds" })],
  ["New round", to(["round", "new"])],
  ["Compare", "#/compare"],
  ["Settings", "#/settings"],
  ["Backups", "#/backups"],
  ["Retention", "#/retention"],
  ["Log", "#/log"],
  ["Four-fifths check", "#/impact"],
];

export const place = (id: string, group: string, text: string, hash: string, detail = "", keys: readonly string[] = []): Offer => ({ id, group, text, detail, keys, run: { to: "place", hash } });

/** All of it, as it is on the page of this address with these buttons. */
export function offers(at: Pick<Route, "path" | "query">, buttons: readonly Button[] = []): Offer[] {
  const onToday = (at.path[0] ?? "today") === "today";
  const command = (id: string, text: string, keys: readonly string[], run: Run): Offer => ({ id, group: "Commands", text, detail: "", keys, run });
  const here = GROUPS.flatMap(({ keys }) => keys).filter((key) => key.on?.(at));
  return [
    ...here.map(({ words, keys }, n): Offer => ({ ...command(`c${n}`, words, keys, { to: "press", keys }), group: "This page" })),
    ...buttons.map(({ words, does, press }, n): Offer => ({ id: `b${n}`, group: "This page", text: words, detail: does, keys: [], run: { to: "button", press } })),
    ...PLACES.map(([text, hash, keys], n) => place(`p${n}`, "Go to", text, hash, "", keys)),
    command("practice", "Practice interview", onToday ? ["P"] : [], { to: "practice" }),
    ...ANYWHERE.filter(({ does }) => does !== "today").map(({ does, words, keys }) => command(does, words, keys, { to: "window", does })),
    command("keys", "Keys of every screen", ["F1"], { to: "keys" }),
  ];
}

/** The pages and commands for what is typed: by the beginnings of their words, so that none stands before a name for a few letters in its middle. */
export function offered(query: string, all: readonly Offer[]): Offer[] {
  const words = fold(query).split(/\s+/u).filter(Boolean);
  return find(query, all).filter(({ text }) => words.every((word) => fold(text).split(/[^\p{L}\p{N}]+/u).some((own) => own.startsWith(word))));
}
