import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { CandidateCard } from "../ipc/contract";
import { Finder } from "./finder.svelte";
import { GROUPS } from "./keys";
import { offered, offers } from "./search";

const asked = vi.hoisted(() => ({ calls: [] as [string, Record<string, unknown>][], answer: (_name: string, _request: Record<string, unknown>): unknown => undefined }));
vi.mock("#transport", () => ({
  transport: {
    call: (name: string, request: Record<string, unknown>) => {
      asked.calls.push([name, request]);
      return Promise.resolve(asked.answer(name, request));
    },
  },
}));

const person = (id: string, name: string, submitted: number) => ({ candidate: { id, name }, role: "Developer", submitted, open: 0 }) as unknown as CandidateCard;
const meeting = { id: "i1", candidate: "Ana Ruiz", kit: "Systems", interviewer: "Jan", mine: false, saved_at: "2025-01-02T10:00:00Z", submitted_at: "2025-01-02T10:00:00Z" };
const lists: Record<string, unknown> = {
  round_list: { rounds: [{ round: { id: "r1", title: "Analysts, spring" }, role: "Analyst" }, { round: { id: "r2", title: "Backend" }, role: "Developer" }] },
  kit_list: { kits: [{ id: "k1", title: "Systems", role: "Developer" }] },
  question_search: { questions: [{ id: "q1", title: "Memory", competency: "Runtime" }] },
  candidate_get: { interviews: [{ ...meeting, state: "submitted" }, { ...meeting, id: "i2", state: "open" }, { ...meeting, id: "i3", state: "open", mine: true }] },
};
beforeEach(() => {
  asked.calls = [];
  asked.answer = (name, { text }) => (name === "candidate_list" ? { candidates: text === "ana" ? [person("c1", "Ana Ruiz", 1), person("c2", "Anabel", 0)] : [] } : lists[name]);
  vi.stubGlobal("document", { querySelector: () => null });
});
afterEach(() => vi.unstubAllGlobals());

const at = (path: string[], query = "") => ({ path, query: new URLSearchParams(query) });
const texts = (query: string, path: string[] = []) => offered(query, offers(at(path))).map((item) => item.text);

it("offers_every_page_and_names_nobody_before_something_is_typed", () => {
  expect(texts("", ["settings"]).slice(0, 2)).toEqual(["Today", "Questions"]);
  expect(texts("")[0]).toBe("Add a candidate: to the name"); // what the page itself does comes first
  for (const page of ["Candidates", "Rounds", "Compare", "Settings", "Backups", "Practice interview", "Lock the data"]) expect(texts("")).toContain(page);
  const ids = offers(at(["questions"], "id=q1")).map((item) => item.id);
  expect(new Set(ids).size).toBe(ids.length);
});

it("finds_pages_by_the_beginnings_of_their_words_alone", () => {
  expect(texts("sett")).toEqual(["Settings"]);
  expect(texts("an")).toEqual([]); // Candidates has it in its middle, and Ana begins with it
  expect(texts("imp cand")).toEqual(["Import candidates"]);
});

it("offers_what_a_page_does_at_a_key_only_where_it_does_it", () => {
  const commands = (path: string[], query = "") => offers(at(path, query)).filter((item) => item.run.to === "press").map((item) => item.keys.join());
  expect(commands(["today"])).toEqual(["N"]);
  expect(commands(["candidates", "import"])).toEqual([]);
  expect(commands(["questions"])).toEqual(["/"]);
  expect(commands(["questions"], "id=q1")).toEqual(["/", "E", "D", "A"]);
  expect(commands(["candidate", "c1"])).toEqual([]);
  vi.stubGlobal("document", { querySelector: (wanted: string) => (wanted === "[data-debrief]" ? {} : null) });
  expect(commands(["candidate", "c1"])).toEqual(["D"]);
});

it("offers_what_a_pages_buttons_do_before_the_other_pages", () => {
  const press = vi.fn();
  const all = offers(at(["interview", "i1", "scorecard"]), [{ words: "Submit…", does: "It asks before it locks", press }]);
  expect(all[0]).toMatchObject({ group: "This page", text: "Submit…", detail: "It asks before it locks" });
  expect(offered("sub", all)).toEqual([all[0]]);
  const run = all[0]?.run;
  if (run?.to === "button") run.press();
  expect(press).toHaveBeenCalledOnce();
});

it("is_named_on_the_sheet_of_keys", () => {
  expect(GROUPS[0]?.keys[0]).toMatchObject({ keys: ["Mod", "K"], words: "Search or run" });
});

it("finds_people_their_interviews_rounds_questions_and_kits_each_where_the_lists_lead", async () => {
  const search = new Finder(false);
  await search.typed(" ana ");
  const found = search.for("ana").map(({ group, text, run }) => [group, text, run.to === "place" && run.hash]);
  expect(found).toEqual([
    ["Candidates", "Ana Ruiz", "#/candidate/c1"],
    ["Candidates", "Anabel", "#/candidate/c2"],
    ["Interviews", "Ana Ruiz", "#/interview/i1/scorecard"],
    ["Interviews", "Ana Ruiz", "#/interview/i3"], // not i2, which somebody else is writing
    ["Rounds", "Analysts, spring", "#/round/r1"],
    ["Questions", "Memory", "#/questions?id=q1"],
  ]);
  expect(asked.calls.filter(([name]) => name === "candidate_get")).toHaveLength(1); // nobody has interviewed the other
});

it("tells_no_interviews_beside_hidden_names", async () => {
  const search = new Finder(true);
  await search.typed("ana");
  expect(search.for("ana").filter((item) => item.group === "Interviews")).toEqual([]);
  expect(asked.calls.filter(([name]) => name === "candidate_get")).toEqual([]);
});

it("while_an_answer_is_on_its_way_shows_of_the_one_before_only_what_fits", async () => {
  const search = new Finder(false);
  await search.typed("ana");
  const later = search.typed("ana ru");
  expect(search.looking).toBe(true);
  expect(search.for("ana ru").map((item) => item.text)).toEqual(["Ana Ruiz", "Ana Ruiz", "Ana Ruiz"]);
  await later;
  expect(search.for("ana ru").map((item) => item.group)).toEqual(["Questions"]);
});

it("a_slow_older_answer_never_wins_and_a_refusal_is_said", async () => {
  const search = new Finder(false);
  let slow = (_: unknown) => {};
  const usual = asked.answer;
  asked.answer = (name, request) => (name === "candidate_list" ? new Promise((resolve) => (slow = resolve)) : usual(name, request));
  const first = search.typed("ana");
  asked.answer = usual;
  await search.typed("zzz");
  slow({ candidates: [person("c1", "Ana Ruiz", 0)] });
  await first;
  expect(search.for("zzz").map((item) => item.group)).toEqual(["Questions"]);
  asked.answer = () => Promise.reject({ code: "storage", message: "The disk said no." });
  await search.typed("bo");
  expect([search.why, search.looking, search.for("bo").length]).toEqual(["The disk said no.", false, 0]);
});
