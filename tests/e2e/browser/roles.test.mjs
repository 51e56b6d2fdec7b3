// Roles, by keyboard alone: written, kept while they are half typed, weighed with reasons, saved.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { look } from "./axe.mjs";
import { start } from "./host.mjs";
import { field, focused, heading, press, saved, tabTo, toKits, type } from "./keyboard.mjs";

let host;
before(async () => {
  host = await start({ demo: true, viewport: { width: 1366, height: 768 } });
  await heading(host.page, "Today");
});
after(() => host?.stop());

test("a role is written by keyboard: an unequal weight needs a reason, and going away loses nothing", async () => {
  const { page } = host;
  await toKits(page);
  await press(page, page.getByRole("link", { name: "New role" }));
  await page.getByRole("button", { name: "Save role" }).waitFor();
  await press(page, page.getByRole("button", { name: "Save role" }));
  await page.getByText("Give the role a title.").waitFor();
  assert.equal(await focused(page).getAttribute("aria-invalid"), "true", "the focus is on the first field that wants something");
  await look(page, "building-role-wanting");
  await page.keyboard.insertText("Platform engineer");
  const competency = (n) => page.locator("[data-competency]").nth(n);
  for (let n = 0; n < 5; n++) {
    await tabTo(page, competency(n).getByRole("textbox", { name: "Name" }));
    await page.keyboard.insertText(`Competency ${n + 1}`);
    await page.keyboard.press("Tab");
    await page.keyboard.insertText("What it means.");
  }
  // Away and back at once: it stands there still, and after a restart of the page as well. Another new role is another one.
  await toKits(page);
  await press(page, page.getByRole("link", { name: "New role" }));
  await heading(page, "New role");
  assert.equal(await field(page, "Title").inputValue(), "");
  await toKits(page);
  await look(page, "building-role-drafts");
  await press(page, page.getByRole("link", { name: "Platform engineer" }));
  await heading(page, "Platform engineer");
  await page.reload();
  await heading(page, "Platform engineer");
  await page.getByText(/^As you left it today/).waitFor();
  assert.deepEqual((await host.call("role_draft_list")).drafts.map((draft) => [draft.role.title, draft.role.competencies[4].definition]), [["Platform engineer", "What it means."]]);
  assert.ok(!(await host.call("role_list")).roles.some((one) => one.title === "Platform engineer"), "a draft is no role");
  const full = (route) => route.fulfill({ status: 422, contentType: "application/json", body: JSON.stringify({ code: "disk_full", message: "The disk is full." }) });
  await page.route("**/call/role_draft_save", full);
  await type(page, "Level", "senior");
  await page.getByRole("alert").filter({ hasText: "The disk is full." }).waitFor();
  await page.getByText("Draft not saved").waitFor();
  assert.equal(await field(page, "Level").inputValue(), "senior");
  await page.unroute("**/call/role_draft_save");
  await page.getByText(/^Draft saved \d\d:\d\d:\d\d; no kit can use it yet$/).waitFor(); // by itself
  await look(page, "building-role-draft");
  const weight = competency(4).getByRole("combobox", { name: "Weight" });
  await tabTo(page, weight);
  await page.keyboard.press("ArrowDown");
  await tabTo(page, competency(4).getByRole("combobox", { name: "Must-have" }));
  for (let n = 0; n < 3; n++) await page.keyboard.press("ArrowDown");
  await page.getByText("Falling short is shown, never averaged away, and never an automatic no.").waitFor();
  await press(page, page.getByRole("button", { name: "Save role" }));
  await page.getByText("Write down why, or give it the weight of the others.").waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-invalid") === "true");
  await page.keyboard.insertText("Most of the job is this.");
  await press(page, competency(4).getByRole("button", { name: "Move up: Competency 5" }));
  await press(page, page.getByRole("button", { name: "Save role" }));
  await page.getByText(/^Saved \d\d:\d\d:\d\d$/).waitFor();
  const role = (await host.call("role_list")).roles.find((one) => one.title === "Platform engineer");
  assert.deepEqual(role.competencies.map((one) => one.name), [1, 2, 3, 5, 4].map((n) => `Competency ${n}`));
  const { weight: kept, weight_reason, must_have } = role.competencies[3];
  assert.deepEqual({ kept, weight_reason, must_have }, { kept: 2, weight_reason: "Most of the job is this.", must_have: 3 });
  await page.waitForFunction((id) => location.hash.endsWith(id), role.id);
  await look(page, "building-role-saved");
  assert.deepEqual((await host.call("role_draft_list")).drafts, [], "what is saved is no draft any more");

  // Changed and thought better of: asked first, then as it was saved.
  await type(page, "Title", "Spoilt");
  await saved(page);
  await press(page, page.getByRole("button", { name: "Discard…" }));
  await page.waitForFunction(() => document.activeElement?.textContent === "Keep writing");
  await press(page, page.getByRole("button", { name: "Discard the changes" }));
  await heading(page, "Platform engineer");
  assert.equal(await field(page, "Title").inputValue(), "Platform engineer");
  assert.deepEqual((await host.call("role_draft_list")).drafts, []);
  assert.deepEqual(host.wrong, []);
});
