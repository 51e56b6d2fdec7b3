// A file with a password: exported from the page, and looked at on the page that checks files.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { look } from "./axe.mjs";
import { start } from "./host.mjs";

let host;
before(async () => (host = await start({ demo: true, viewport: { width: 1366, height: 768 } })));
after(() => host?.stop());

const type = async (field, text) => {
  await field.focus();
  await host.page.keyboard.insertText(text);
};

test("a packet is exported with a password that is typed alike twice, and forgotten then", async () => {
  const { page } = host;
  const { candidates } = await host.call("candidate_list");
  const { id } = candidates.find(({ submitted }) => submitted > 0).candidate;
  await page.goto(`${host.url}#/candidate/${id}`);
  await page.getByText(/\d+ pages?, \d+ scorecards?/).waitFor();
  const save = page.getByRole("button", { name: "Export packet" });
  const [first, again] = ["Password of the file", "Password of the file once more"].map((label) => page.getByLabel(label, { exact: true }));
  await page.getByLabel("Encrypt the file with a password").focus();
  await page.keyboard.press("Space");
  await first.waitFor();
  assert.equal(await save.getAttribute("aria-disabled"), "true", "an empty password is none");
  await type(first, "żółw 7");
  await page.getByText("That is short").waitFor();
  await type(first, " stadium copper violin");
  await page.getByText("Four or five words that do not belong together").waitFor();
  await type(again, "żółw 7 stadium copper violas");
  await page.getByText("The two are not the same.").waitFor();
  assert.equal(await save.getAttribute("aria-disabled"), "true");
  await look(page, "sealed-wrong");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await page.keyboard.insertText("in");
  await page.locator("button[aria-disabled=false]", { hasText: "Export packet" }).waitFor();
  await first.scrollIntoViewIfNeeded();
  await look(page, "sealed-right");
  await save.focus();
  await page.keyboard.press("Enter");
  await page.getByText("Saved", { exact: false }).filter({ hasText: ".pdf" }).first().waitFor();
  assert.deepEqual([await first.inputValue(), await again.inputValue()], ["", ""], "nothing of it is kept");
  assert.equal(await save.getAttribute("aria-disabled"), "true", "the next file has a password, too");
});

test("the page that checks files asks for the password, and looks at the rest with it", async () => {
  const { page } = host;
  const [name] = readdirSync(host.saves);
  await page.goto(`${host.url}#/candidates`);
  await page.getByRole("link", { name: "check a packet" }).click();
  await page.getByRole("heading", { name: "Check a packet", level: 1 }).waitFor();
  await page.locator("input[type=file]").setInputFiles({ name: "packet.pdf", mimeType: "application/pdf", buffer: readFileSync(join(host.saves, name)) });
  const answer = (words) => page.getByRole("region", { name: /packet\.pdf/ }).getByText(words);
  await answer("not one byte was changed").waitFor();
  await answer("It has a password").waitFor();
  const field = page.getByLabel("Password of the file", { exact: true });
  await type(field, "zolw");
  await page.keyboard.press("Enter");
  await page.getByText("That is not the password of this file.").waitFor();
  await answer("not one byte was changed").waitFor();
  await look(page, "sealed-check-wrong");
  await field.fill("");
  await type(field, "żółw 7 stadium copper violin");
  await page.keyboard.press("Enter");
  await answer("same to the byte").waitFor();
  await field.waitFor({ state: "detached" });
  await look(page, "sealed-check-right");
  assert.deepEqual(host.wrong, []);
});
