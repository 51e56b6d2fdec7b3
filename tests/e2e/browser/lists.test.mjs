// Long lists and long work on all of the data, by keyboard alone.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { look } from "./axe.mjs";
import { start } from "./host.mjs";
import { becomes, field, focused, heading, press, tabTo } from "./keyboard.mjs";

const ROLE = "senior-python/senior-python-developer";
const PEOPLE = 203;
const OPEN = 23;
const wide = (page) => page.evaluate(() => document.querySelector("main").scrollWidth - document.querySelector("main").clientWidth);

describe("more people than a page holds", () => {
  let host;
  before(async () => {
    host = await start();
    await host.call("interviewer_set", { name: "Ana Ruiz" });
    await host.call("candidate_add", { name: "Żaneta Łęcka", role_id: ROLE });
    await host.call("candidate_add", { name: "שרה לוי", role_id: ROLE });
    for (let number = 3; number <= PEOPLE; number++) {
      const { id: candidate_id } = await host.call("candidate_add", { name: `Person ${number}`, role_id: ROLE });
      if (number > PEOPLE - OPEN) await host.call("interview_start", { candidate_id, kit_id: "senior-python/systems" });
    }
    const candidate_ids = (await host.call("candidate_list", { text: "zaneta" })).candidates.map((card) => card.candidate.id);
    for (let number = 1; number <= 12; number++) await host.call("round_save", { title: `Round ${number}`, role_id: ROLE, kit_ids: [], candidate_ids });
    await host.page.reload();
    await heading(host.page, "Today");
  });
  after(async () => {
    const wrong = host?.wrong;
    await host?.stop();
    assert.deepEqual(wrong, []);
  });
  const rows = () => host.page.getByRole("region", { name: "All candidates" }).getByRole("listitem");
  const button = (name) => host.page.getByRole("button", { name, exact: true });

  test("Today shows the first who wait and the newest open interviews, and says that there are more", async () => {
    await host.page.getByText("More than 92 more are waiting.").waitFor();
    await host.page.getByText("3 more, each on its candidate’s page.").waitFor();
    assert.equal(await host.page.getByRole("link", { name: /^Continue/ }).count(), 20);
    await look(host.page, "lists-today");
  });

  test("the candidates open with a page of them, and somebody is found by the beginning of a name as it is typed", async () => {
    const { page } = host;
    await press(page, page.getByRole("link", { name: "Candidates", exact: true }));
    await heading(page, "Candidates");
    await page.getByText("The 200 added last, and more").waitFor();
    assert.equal(await rows().count(), 200);
    await look(page, "lists-candidates");
    await tabTo(page, field(page, "Find by name"));
    await page.keyboard.type("lec");
    await page.getByText("1 found").waitFor();
    assert.match(await rows().first().innerText(), /Żaneta Łęcka/);
    await look(page, "lists-found");
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText("לוי");
    await becomes(() => rows().first().innerText().then((text) => text.includes("שרה לוי")), true, "in any script");
    await page.keyboard.type(" x");
    await page.getByText("Nobody of that name").waitFor();
    // Escape empties the field and stays in it.
    await page.keyboard.press("Escape");
    await page.getByText("The 200 added last, and more").waitFor();
    assert.equal(await focused(page).inputValue(), "");
  });

  test("the next page comes behind the first one, and the focus with it", async () => {
    const { page } = host;
    await rows().last().getByRole("link").focus();
    await press(page, button("Show more"));
    await becomes(() => rows().count(), PEOPLE, "everybody");
    await becomes(() => focused(page).innerText(), "Person 3");
    assert.equal(await button("Show more").count(), 0);
    await page.getByText(`${PEOPLE} in all`).waitFor();
  });

  test("rounds are shown a few at first, and older ones when asked for", async () => {
    const { page } = host;
    const rounds = page.getByRole("region", { name: "Rounds" }).getByRole("listitem");
    assert.equal(await rounds.count(), 10);
    await field(page, "Find by name").focus();
    await tabTo(page, button("Show older rounds"), "Shift+Tab");
    await page.keyboard.press("Enter");
    await becomes(() => rounds.count(), 12);
    await becomes(() => focused(page).innerText(), "Round 2");
  });

  test("whoever is in a round stays in it, whomever one looks for while changing it", async () => {
    const { page } = host;
    const { round } = (await host.call("round_list", { limit: 1 })).rounds[0];
    await page.evaluate((id) => (location.hash = `#/round/${id}`), round.id);
    await heading(page, "Round 12");
    await press(page, button("Change the round"));
    await page.getByRole("checkbox", { name: /Żaneta Łęcka/, checked: true }).waitFor();
    await tabTo(page, field(page, "Find by name"));
    await page.keyboard.type("person 77");
    await page.getByText("1 found").waitFor();
    await press(page, page.getByRole("checkbox", { name: /Person 77/ }), "Space");
    await press(page, button("Save the round"));
    await page.getByRole("button", { name: "Change the round" }).waitFor();
    const { candidates } = await host.call("round_get", { round_id: round.id });
    assert.deepEqual(candidates.map((card) => card.candidate.name), ["Person 77", "Żaneta Łęcka"]);
  });

  test("everyone of a round is compared with one choice", async () => {
    const { page } = host;
    await page.evaluate(() => (location.hash = "#/compare"));
    await heading(page, "Compare");
    const set = page.getByLabel("Everyone of");
    await set.waitFor();
    await page.getByRole("option", { name: "Round: Round 12 (2)" }).waitFor({ state: "attached" });
    await set.focus();
    await set.selectOption({ label: "Round: Round 12 (2)" });
    await page.getByText("Candidates, two or more: 2 chosen").waitFor();
    await page.getByRole("checkbox", { name: /Żaneta Łęcka/, checked: true }).waitFor({ state: "attached" });
  });

  test("a backup shows how far it is, and Escape stops it", async () => {
    const { page } = host;
    await page.evaluate(() => (location.hash = "#/backups"));
    await heading(page, "Backups");
    await button("Choose a folder").waitFor();
    let seen = { under_way: true, part: 1, done: 120_400, of: 535_000 };
    let stopped = () => {};
    const ended = new Promise((resolve) => (stopped = resolve));
    await page.route("**/call/job_get", (route) => route.fulfill({ json: seen }));
    await page.route("**/call/job_stop", (route) => (stopped(), route.fulfill({ json: seen })));
    await page.route("**/call/backup_create", async (route) => {
      await ended;
      await route.fulfill({ status: 422, json: { code: "stopped", message: "It was stopped. Nothing was written." } });
    });
    await press(page, button("Back up now"));
    const bar = page.getByRole("progressbar", { name: "How much is done" });
    await bar.waitFor();
    await becomes(() => bar.getAttribute("aria-valuetext"), "Copying: 120.4 MB of 535.0 MB");
    await look(page, "lists-backup-copying");
    seen = { under_way: true, part: 2, done: 0, of: null };
    await becomes(() => bar.getAttribute("aria-valuetext"), "Checking the copy");
    assert.equal(await bar.getAttribute("value"), null, "how much is to come is not known");
    await page.setViewportSize({ width: 800, height: 600 });
    assert.ok((await wide(page)) <= 0);
    await look(page, "lists-backup-narrow");
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.keyboard.press("Escape");
    await page.getByRole("status").getByText("Stopped: no backup was made.").waitFor();
    assert.equal(await bar.count(), 0);
    await page.unrouteAll();
    assert.equal((await host.call("backup_list")).backups.filter((one) => one.kind === "asked").length, 0);
  });

  test("a check and a restore show how far they are where they were asked for, and Escape stops them", async () => {
    const { page } = host;
    for (let n = 0; n < 9; n++) await host.call("backup_create");
    await page.reload();
    await heading(page, "Backups");
    let seen;
    let stopped = () => {};
    let ended;
    /** Answers the work once it is stopped; until then it is as far as `seen` says. */
    const held = (command) =>
      page.route(`**/call/${command}`, async (route) => {
        await ended;
        await route.fulfill({ status: 422, json: { code: "stopped", message: "It was stopped. Nothing was written." } });
      });
    await page.route("**/call/job_get", (route) => route.fulfill({ json: seen }));
    await page.route("**/call/job_stop", (route) => (stopped(), route.fulfill({ json: seen })));
    for (const command of ["store_verify", "backup_verify", "backup_compare"]) await held(command);
    const bar = page.getByRole("progressbar", { name: "How much is done" });
    const last = page.getByRole("listitem").filter({ hasText: "made when you asked" }).last();
    const asked = async (control, at, words) => {
      [seen, ended] = [{ under_way: true, part: 2, laid_out: 0, done: 0, of: null }, new Promise((resolve) => (stopped = resolve))];
      await control.focus();
      await page.keyboard.press("Enter");
      await at.getByRole("progressbar").waitFor();
      assert.match(await bar.getAttribute("aria-valuetext"), words);
      assert.equal(await bar.count(), 1);
      assert.ok(await bar.evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight && one.getBoundingClientRect().top >= 0), "it is in view");
      // The page can be used meanwhile, and nothing else begins.
      await page.keyboard.press("End");
      if (at === last) await look(page, "lists-backup-checking");
      await page.keyboard.press("Escape");
      await page.getByRole("status").getByText("Stopped: not all of it was read.").waitFor();
      assert.equal(await bar.count(), 0);
    };
    await asked(button("Check the data"), page.locator(".page"), /^Reading all of it$/);
    await asked(last.getByRole("button", { name: /^Check/ }), last, /^Reading all of it, \d+(\.\d)? [kM]B$/);
    await last.getByText("Stopped: not all of it was read.").waitFor();
    await asked(last.getByRole("button", { name: /^Restore/ }), last, /^Reading all of it, /);
    await page.unroute("**/call/backup_compare");
    await last.getByRole("button", { name: /^Restore/ }).press("Enter");
    await page.getByRole("heading", { name: /^Restore the backup of/ }).waitFor();
    await held("backup_restore");
    [seen, ended] = [{ under_way: true, part: 1, laid_out: 0, done: 120, of: 500 }, new Promise((resolve) => (stopped = resolve))];
    await button("Restore this backup").press("Enter");
    await becomes(() => bar.getAttribute("aria-valuetext"), "Keeping what is here: 120 kB of 500 kB");
    seen = { ...seen, part: 4, done: 0, of: null };
    await becomes(() => bar.getAttribute("aria-valuetext"), "Putting it in place");
    await look(page, "lists-backup-restoring");
    await page.keyboard.press("Escape");
    await page.getByRole("status").getByText("Stopped: nothing was restored.").waitFor();
    await page.unrouteAll();
    // And with nothing between: what is read is whole.
    await last.getByRole("button", { name: /^Check/ }).press("Enter");
    await page.getByRole("status").getByText(/^The backup of .* is whole: /).waitFor();
    await look(page, "lists-backup-whole");
  });
});
