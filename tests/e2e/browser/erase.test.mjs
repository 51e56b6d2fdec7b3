// Legal hold and erasure of one person on their page, by keyboard alone.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { look } from "./axe.mjs";
import { pictures, start } from "./host.mjs";
import { becomes, heading, press, type } from "./keyboard.mjs";

const NAME = "محمد علی";
const ROLE = "senior-python/senior-python-developer";
const KIT = "senior-python/systems";

/** What has the focus, once it is that. */
const hasFocus = (page, text) => page.waitForFunction((wanted) => document.activeElement?.textContent?.trim().startsWith(wanted), text);
const button = (page, name) => page.getByRole("button", { name, exact: true });

describe("erasing one person", () => {
  let host;
  let id;
  before(async () => {
    host = await start({ viewport: { width: 1366, height: 768 } });
    await host.call("interviewer_set", { name: "Ana Ruiz" });
    id = (await host.call("candidate_add", { name: NAME, role_id: ROLE })).id;
    const other = (await host.call("candidate_add", { name: "Bo Ek", role_id: ROLE })).id;
    const interviews = {};
    for (const [candidate, text] of [[id, "He led it"], [other, `Quieter than ${NAME}`], [other, "علی helped him"]]) {
      interviews[candidate] ??= (await host.call("interview_start", { candidate_id: candidate, kit_id: KIT })).interview;
      const interview = interviews[candidate];
      await host.call("entry_save", { interview_id: interview.id, place: "general", kind: "note", text, at_seconds: 5 });
    }
    await host.call("backup_create");
    await host.page.reload();
    await host.page.goto(`${host.url}#/candidate/${id}`);
    await heading(host.page, NAME);
  });
  after(() => host?.stop());

  test("a hold is set with a reason, keeps the person, and is lifted", async () => {
    const { page } = host;
    await press(page, button(page, "Set a legal hold"));
    await page.waitForFunction(() => document.activeElement?.tagName === "TEXTAREA");
    await press(page, button(page, "Set the hold"));
    await page.getByText("The reason is empty").waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute("aria-invalid") === "true");
    await type(page, "Reason", "Complaint 7 of 2 November");
    await look(page, "hold-form");
    await press(page, button(page, "Set the hold"));
    await hasFocus(page, "Lift the hold");
    await page.getByText("Complaint 7 of 2 November").waitFor();
    await page.locator(".who ~ p .tag", { hasText: "Legal hold" }).waitFor();
    assert.equal((await host.call("candidate_get", { candidate_id: id })).hold.reason, "Complaint 7 of 2 November");

    await press(page, button(page, "Erase this person"));
    await hasFocus(page, "What would be erased");
    await page.getByText("is on legal hold, so nothing is erased").waitFor();
    assert.equal(await page.getByRole("textbox", { name: "Name", exact: true }).count(), 0, "there is nothing to type while it stands");
    await look(page, "erase-held");
    await press(page, button(page, "Close"));
    await hasFocus(page, "Erase this person");

    await press(page, button(page, "Lift the hold"), "Enter");
    await hasFocus(page, "Lift it");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await hasFocus(page, "Lift the hold");
    await page.keyboard.press("Enter");
    await hasFocus(page, "Lift it");
    await page.keyboard.press("Enter");
    await hasFocus(page, "Set a legal hold");
    assert.equal((await host.call("candidate_get", { candidate_id: id })).hold, null);
  });

  test("while an interview is under way it is refused, and afterwards what goes is shown and nothing happens without the name", async () => {
    const { page } = host;
    const [card] = (await host.call("candidate_get", { candidate_id: id })).interviews;
    await host.call("interview_begin", { interview_id: card.id });
    await press(page, button(page, "Erase this person"));
    await page.getByText("is under way. End it first").waitFor();
    await press(page, button(page, "Close"));
    await hasFocus(page, "Erase this person");
    await host.call("interview_end", { interview_id: card.id, at_seconds: 9 });

    await page.keyboard.press("Enter");
    await hasFocus(page, "What would be erased");
    // What has opened stands at the top of the window, or as high as the page goes: not below its edge.
    const open = await page.getByRole("heading", { name: "What would be erased" }).evaluate((head) => {
      const main = document.querySelector("main");
      return { top: head.getBoundingClientRect().top, below: main.scrollHeight - main.scrollTop - main.clientHeight };
    });
    assert.ok(open.top >= 0 && (open.top < 100 || open.below <= 1), JSON.stringify(open));
    const rows = await page.getByRole("table", { name: "What would be erased" }).getByRole("row").allTextContents();
    assert.deepEqual(rows.slice(0, 2).map((row) => row.replace(/\s+/g, "")), ["Interviews1", "Notes,quotesandcode1"]);
    await page.getByText(/^[12] backups? holds? this person/).waitFor();
    await page.getByRole("table", { name: "Where the name stands" }).getByText("Notes, quotes and code").waitFor();
    // A part of it alone may be somebody else's.
    await page.getByRole("heading", { name: "Perhaps meant, and kept" }).waitFor();
    await page.getByRole("table", { name: "Where علی stands" }).getByText("Notes, quotes and code").waitFor();
    assert.equal(await page.getByRole("table", { name: "Where محمد stands" }).count(), 0);
    for (const label of ["Your notes that have the name", "Your notes that have علی"]) {
      const link = page.getByRole("list", { name: label }).getByRole("link", { name: /^Bo Ek/ });
      assert.match(await link.getAttribute("href"), /^#\/interview\/[^/]+\?at=general$/, label);
    }
    await type(page, "Name", "محمد");
    await page.keyboard.press("Enter");
    await page.getByText("That is not the name").waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute("aria-invalid") === "true");
    await look(page, "erase");
    for (const [what, viewport] of [["800", { width: 800, height: 600 }], ["200", { width: 640, height: 410 }]]) {
      await page.setViewportSize(viewport);
      await page.screenshot({ path: join(pictures, `browser-erase-${what}.png`), fullPage: true });
      assert.ok((await page.evaluate(() => document.querySelector("main").scrollWidth - document.querySelector("main").clientWidth)) <= 0, `at ${what} it runs out of its width`);
    }
    await page.setViewportSize({ width: 1366, height: 768 });
    await press(page, button(page, "Keep them"));
    await hasFocus(page, "Erase this person");
    assert.equal((await host.call("candidate_list")).candidates.length, 2);
  });

  test("with the name typed the person is gone, and the list says what was done until it was seen", async () => {
    const { page } = host;
    await press(page, button(page, "Erase this person"));
    await hasFocus(page, "What would be erased");
    await type(page, "Name", ` ${NAME.normalize("NFD")} `);
    await page.keyboard.press("Enter");
    await heading(page, "Candidates");
    await hasFocus(page, "The person is erased");
    // The page itself makes one on each day.
    await page.getByText(/^[12] backups? (was|were) written anew without them/).waitFor();
    await page.getByRole("link", { name: "Bo Ek", exact: true }).waitFor();
    assert.equal(await page.getByText(NAME).count(), 0, "the name is nowhere on the page");
    await look(page, "erased");
    await becomes(async () => (await host.call("candidate_list")).candidates.map((card) => card.candidate.name), ["Bo Ek"], "only the other is there");
    await press(page, button(page, "Close"));
    await page.getByRole("heading", { name: "The person is erased" }).waitFor({ state: "detached" });
    await page.goto(`${host.url}#/log`);
    const line = page.getByRole("row").filter({ hasText: "Ana Ruiz erased a candidate" });
    await line.getByText("someone who was erased").waitFor();
    assert.equal(await page.getByText(NAME).count(), 0, "the log has no name");
    await look(page, "erased-log");
    await page.goto(`${host.url}#/candidate/${id}`);
    await page.getByText("There is no candidate").waitFor();
    assert.deepEqual(host.wrong, []);
  });
});
