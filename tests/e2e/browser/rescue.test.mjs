// The rescue of a large damaged store: how far it is, and stopping it, by keyboard alone.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { look } from "./axe.mjs";
import { pictures, start } from "./host.mjs";
import { becomes, heading, press } from "./keyboard.mjs";

const COUNTS = { candidates: 4120, interviews: 9804, notes: 131200, ratings: 88000, scorecards: 9700, decisions: 4000, attachments: 12, questions: 340, log_lines: 22000 };

describe("a rescue that takes its time", () => {
  let host;
  before(async () => (host = await start({ viewport: { width: 1366, height: 768 } })));
  after(() => host?.stop());

  test("says how far it is, is stopped by Escape with nothing changed, and begins again", async () => {
    const { page } = host;
    const button = (name) => page.getByRole("button", { name, exact: true });
    let damaged = true;
    const answer = (name, of) => page.route(`**/call/${name}`, of);
    await answer("status_get", (route) => (damaged ? route.fulfill({ status: 422, json: { code: "damaged", message: "The database is damaged." } }) : route.continue()));
    await answer("rescue_get", (route) => route.fulfill({ json: { damage: "The database is damaged.", file: "workbench.db", bytes: 52_000_000, backups: [] } }));
    // As slow as it takes to look at it.
    let seen = { under_way: true, done: 0, of: null };
    let end = () => {};
    const asked = [];
    await answer("rescue_read", async (route) => {
      asked.push(route.request().postDataJSON().job);
      const stopped = await new Promise((resolve) => (end = resolve));
      await route.fulfill(stopped ? { status: 422, json: { code: "stopped", message: "It was stopped. Nothing was changed." } } : { json: { counts: COUNTS, lost: [{ what: "notes", rows: 750, or_more: false }], from_backup: 0, left_out: 0, erased: 0, log: { fate: "goes_on", carried: 3, left: 0, words: "The log goes on with all its lines." } } });
    });
    const stops = [];
    await answer("job_get", (route) => route.fulfill({ json: seen }));
    await answer("job_stop", (route) => {
      stops.push(route.request().postDataJSON().job);
      end(true);
      return route.fulfill({ json: seen });
    });
    await page.reload();
    await heading(page, "Your data could not be opened");
    await press(page, button("See what can be read"));
    const bar = page.getByRole("progressbar", { name: "How much is done" });
    await bar.waitFor();
    await becomes(() => bar.getAttribute("aria-valuetext"), "Reading and checking");
    seen = { under_way: true, done: 61_000, of: 252_000 };
    await page.getByText(/^61.?000 of 252.?000 records$/).waitFor();
    await look(page, "rescue-progress");
    await page.setViewportSize({ width: 800, height: 600 });
    await page.screenshot({ path: join(pictures, "browser-rescue-progress-800.png") });
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.keyboard.press("Escape");
    await page.getByText("Stopped: nothing was changed.").waitFor();
    assert.deepEqual(stops, asked, "that very work was stopped");
    await bar.waitFor({ state: "detached" });
    assert.equal(await page.getByRole("heading", { name: "What can still be read" }).count(), 1);
    // Left alone, it comes to its end.
    await press(page, button("See what can be read"));
    await bar.waitFor();
    end(false);
    await page.getByText("Lost:").waitFor();
    await page.getByText("The log goes on with all its lines.").waitFor();
    await button("Go on with what can be read").waitFor();
    damaged = false;
    assert.deepEqual(host.wrong, []);
  });
});
