// The palette of every screen but the live interview, by keyboard alone: pages, commands, and what is found by its words.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { look } from "./axe.mjs";
import { pictures, start } from "./host.mjs";
import { becomes, heading } from "./keyboard.mjs";

const isFocused = (locator) => locator.evaluate((element) => element === document.activeElement);

describe("searching and running from everywhere", () => {
  let host;
  let cards;
  before(async () => {
    host = await start({ demo: true, viewport: { width: 1366, height: 768 } });
    cards = (await host.call("candidate_list")).candidates;
    await heading(host.page, "Today");
  });
  after(() => host?.stop());

  const field = () => host.page.getByRole("combobox", { name: "Search or run", exact: true });
  const options = () => host.page.getByRole("listbox", { name: "Found" }).getByRole("option");
  async function open() {
    await host.page.keyboard.press("Control+k");
    await field().waitFor();
    await becomes(() => isFocused(field()), true);
  }
  /** Types, waits until the chosen one says this, and takes it. */
  async function take(typed, wanted) {
    await host.page.keyboard.insertText(typed);
    await host.page.getByRole("option", { selected: true }).filter({ hasText: wanted }).waitFor();
    await host.page.keyboard.press("Enter");
    await field().waitFor({ state: "hidden" });
  }
  const scripts = () => host.page.evaluate(() => performance.getEntriesByType("resource").filter((one) => /\/Search-[^/]*\.js$/.test(one.name)).length);

  test("it is loaded with the first Ctrl+K, names nobody before something is typed, and goes to pages", async () => {
    const { page } = host;
    await page.waitForLoadState("networkidle");
    assert.equal(await scripts(), 0, "the first screen does not load it");
    await open();
    assert.equal(await scripts(), 1);
    const all = (await options().allInnerTexts()).join("\n");
    for (const card of cards) assert.ok(!all.includes(card.candidate.name), `${card.candidate.name} is not told`);
    await look(page, "search");
    for (const [what, viewport] of [["800", { width: 800, height: 600 }], ["200", { width: 640, height: 410 }]]) {
      await page.setViewportSize(viewport);
      await page.screenshot({ path: join(pictures, `browser-search-${what}.png`) });
      assert.ok(await page.locator(".palette").evaluate((box) => box.scrollWidth <= box.clientWidth && box.getBoundingClientRect().bottom <= innerHeight), `at ${what} it is in view`);
    }
    await page.setViewportSize({ width: 1366, height: 768 });
    await take("sett", "Settings");
    await heading(page, "Settings");
    await open();
    await take("rounds", "Rounds");
    await heading(page, "Candidates");
    await page.waitForFunction(() => document.activeElement?.id === "rounds");
  });

  test("it finds a candidate, a submitted interview, a round, a question and a kit", async () => {
    const { page } = host;
    const { candidate } = cards.find((card) => card.submitted > 0);
    await open();
    await page.keyboard.insertText(candidate.name);
    const found = options().filter({ hasText: candidate.name });
    await found.nth(1).waitFor();
    await look(page, "search-found");
    await page.keyboard.press("Enter");
    await heading(page, candidate.name);

    await open();
    await page.keyboard.insertText(candidate.name);
    await options().filter({ hasText: /submitted/ }).first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.getByRole("option", { selected: true }).filter({ hasText: /submitted/ }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /^Scorecard by/, level: 1 }).waitFor();

    const role_id = candidate.role_id;
    const { round } = await host.call("round_save", { round_id: null, title: "Backend, spring", role_id, kit_ids: ["senior-python/systems"], candidate_ids: [] });
    await open();
    await take(round.title, round.title);
    await heading(page, round.title);

    await open();
    await take("gil threads", "The GIL and what it does to threads");
    await heading(page, "Questions");
    await page.getByRole("heading", { name: "The GIL and what it does to threads" }).waitFor();

    await open();
    await page.keyboard.insertText("zzzz nobody");
    await page.getByText("Nothing has").waitFor();
    await look(page, "search-nothing");
    await page.keyboard.press("Escape");
    await field().waitFor({ state: "hidden" });
  });

  test("an Enter that comes before the answer waits for it", async () => {
    const { page } = host;
    const { candidate } = cards.find((card) => card.submitted > 0);
    await page.goto(`${host.url}#/settings`);
    await heading(page, "Settings");
    let answer;
    const wanted = new Promise((resolve) => (answer = resolve));
    await page.route("**/call/candidate_list", (route) => wanted.then(() => route.continue()));
    await open();
    await page.keyboard.insertText(candidate.name);
    await page.getByText("Looking…").waitFor();
    await page.keyboard.press("Enter");
    assert.ok(await field().isVisible(), "nothing is chosen yet");
    answer();
    await heading(page, candidate.name);
    await page.unroute("**/call/candidate_list");
  });

  test("a command of the page is its key, pressed for the person", async () => {
    const { page } = host;
    await page.goto(`${host.url}#/questions`);
    await heading(page, "Questions");
    await page.getByRole("searchbox").waitFor();
    await open();
    await take("search of", "To the search of the questions");
    await page.waitForFunction(() => document.activeElement?.id === "question-search");
    await page.goto(`${host.url}#/candidates`);
    await heading(page, "Candidates");
    await page.getByRole("textbox", { name: "Candidate’s name" }).waitFor();
    await open();
    await take("add", "Add a candidate: to the name");
    await becomes(() => isFocused(page.getByRole("textbox", { name: "Candidate’s name" })), true);
    await open();
    await take("keys of", "Keys of every screen");
    await page.getByRole("heading", { name: "Keys", exact: true }).waitFor();
    await page.locator(".sheet dd", { hasText: "Search or run" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: "Keys", exact: true }).waitFor({ state: "hidden" });
  });

  test("a page's main buttons are commands of it", async () => {
    const { page } = host;
    const two = cards.filter((card) => card.submitted > 0).map((card) => card.candidate);
    const { interview } = await host.call("interview_start", { candidate_id: two[0].id, kit_id: "senior-python/systems" });
    const of = async (hash, ready) => {
      await page.goto("about:blank");
      await page.goto(`${host.url}${hash}`);
      await page.getByRole("button", { name: ready, exact: true }).waitFor();
      await open();
      const offered = await host.page.getByRole("group", { name: "This page" }).getByRole("option").locator(".text").allInnerTexts();
      await page.keyboard.press("Escape");
      return offered;
    };
    const has = (offered, ...wanted) => wanted.forEach((one) => assert.ok(offered.includes(one), `${one} is not among ${offered.join(", ")}`));
    has(await of(`#/interview/${interview.id}/scorecard`, "Submit…"), "Back to the interview", "Submit…");
    has(await of(`#/candidate/${two[1].id}`, "Export packet"), "To the debrief", "Export packet", "Export everything", "Set a legal hold", "Erase this person");
    has(await of(`#/compare?ids=${two[0].id},${two[1].id}`, "Export comparison PDF"), "Copy table", "Save as CSV", "Export comparison PDF");
    has(await of("#/settings", "Save name"), "Set a passphrase");
    const backups = await of("#/backups", "Back up now");
    has(backups, "Back up now", "Check the data");
    const before = (await host.call("backup_list")).backups.length;
    await open();
    await take("back up", "Back up now");
    await becomes(async () => (await host.call("backup_list")).backups.length, before + 1);
    await page.goto(`${host.url}#/candidate/${two[1].id}`);
    await page.getByRole("button", { name: "Erase this person" }).waitFor();
    await open();
    await page.keyboard.insertText("erase");
    await look(page, "search-buttons");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Erase for good" }).waitFor();
    await host.call("interview_discard", { interview_id: interview.id });
  });

  test("Esc closes it alone, and the focus is where it was", async () => {
    const { page } = host;
    const ids = cards.filter((card) => card.submitted > 0).map((card) => card.candidate.id);
    await page.goto(`${host.url}#/compare?ids=${ids}&seed=0`);
    const cell = page.locator("[data-cell]").first();
    await cell.waitFor();
    await cell.press("Enter");
    await page.locator("#evidence").waitFor();
    await page.waitForFunction(() => document.activeElement?.id === "evidence");
    await open();
    await page.keyboard.press("Escape");
    await field().waitFor({ state: "hidden" });
    await page.waitForFunction(() => document.activeElement?.id === "evidence");
    await open();
    await page.keyboard.press("Control+k");
    await field().waitFor({ state: "hidden" });
    await page.keyboard.press("Escape");
    await page.locator("#evidence").waitFor({ state: "detached" });
    const { candidate } = cards.find((card) => card.submitted > 0);
    await open();
    await page.keyboard.insertText(candidate.name);
    await options().filter({ hasText: candidate.name }).first().waitFor();
    await page.waitForLoadState("networkidle");
    assert.equal(await options().filter({ hasText: /submitted/ }).count(), 0, "beside hidden names it tells nobody's interviews");
    await page.keyboard.press("Escape");
    await field().waitFor({ state: "hidden" });
  });

  test("practice begins from it, and the interview has its own", async () => {
    const { page } = host;
    await page.goto(`${host.url}#/kits`);
    await heading(page, "Kits");
    await open();
    await take("practice", "Practice interview");
    await heading(page, "Opening");
    await page.waitForFunction(() => document.activeElement?.id === "composer");
    await open();
    assert.equal(await options().filter({ hasText: "Four-fifths check" }).count(), 0, "nothing leads out of an interview by a slip");
    await options().filter({ hasText: "End practice" }).waitFor();
    assert.deepEqual(host.wrong, []);
  });
});

test("before there is somebody to work here it does nothing", async () => {
  const host = await start();
  try {
    await host.page.getByRole("heading", { name: "Welcome" }).waitFor();
    await host.page.waitForFunction(() => document.activeElement?.matches("input[name=name]"));
    await host.page.keyboard.press("Control+k");
    await host.page.waitForLoadState("networkidle");
    assert.equal(await host.page.getByRole("combobox", { name: "Search or run" }).count(), 0);
    assert.deepEqual(host.wrong, []);
  } finally {
    await host.stop();
  }
});
