// Check a packet: a file is chosen, and the page says whether it is as it was signed, and by whose key.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { look } from "./axe.mjs";
import { start } from "./host.mjs";
import { press, tabTo } from "./keyboard.mjs";

let host;
let file;
before(async () => {
  host = await start({ viewport: { width: 1366, height: 768 } });
  await host.call("interviewer_set", { name: "Ida Berg" });
  await host.page.reload();
});
after(() => host?.stop());

const choose = (name, buffer) => host.page.locator("input[type=file]").setInputFiles({ name, mimeType: "application/pdf", buffer });
const answer = (words) => host.page.getByRole("region", { name: /\.pdf/ }).getByText(words);

test("a signed file is whole, and one's own key is known, by keyboard", async () => {
  const { page } = host;
  await page.goto(`${host.url}#/candidates`);
  await press(page, page.getByRole("link", { name: "check a packet" }));
  await page.getByRole("heading", { name: "Check a packet", level: 1 }).waitFor();
  await page.getByText("You have none yet").waitFor();
  await look(page, "check-empty");
  await page.evaluate(() =>
    fetch("/call_saving/guide_export", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ request: { kit_id: "senior-python/systems" }, suggested: "guide.pdf" }),
    }).then((response) => response.json()),
  );
  file = readFileSync(join(host.saves, "guide.pdf"));
  await page.reload();
  const { fingerprint } = await host.call("signing_key_get", {});
  await page.getByText(fingerprint, { exact: true }).waitFor();
  await tabTo(page, page.locator("input[type=file]"));
  await choose("guide.pdf", file);
  await answer("Whole: not one byte was changed").waitFor();
  await answer("That is your own key.").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "answer", "the answer has the focus");
  await look(page, "check-whole");
});

test("a changed file, one that was added to, and a fingerprint that is another's are told", async () => {
  const { page } = host;
  const changed = Buffer.from(file);
  changed[Math.floor(file.length / 2)] ^= 1;
  await choose("changed.pdf", changed);
  await answer("Changed after it was signed").waitFor();
  await look(page, "check-changed");
  await choose("more.pdf", Buffer.concat([file, Buffer.from("%\n")]));
  await answer("Added to after it was signed, by 2 bytes").waitFor();
  await choose("hello.txt", Buffer.from("hello"));
  await page.getByText("This is no packet. It is not a PDF.").waitFor();
  await tabTo(page, page.getByLabel("Fingerprint you were told"), "Shift+Tab");
  await page.keyboard.type("7".repeat(32));
  await choose("guide.pdf", file);
  await answer("That is NOT the fingerprint that you gave.").waitFor();
  await tabTo(page, page.getByLabel("Fingerprint you were told"), "Shift+Tab");
  await page.keyboard.type("7");
  await choose("guide.pdf", file);
  await page.getByText("That is no fingerprint of a key.").waitFor();
  for (const [width, height] of [[800, 600], [683, 384]]) {
    await page.setViewportSize({ width, height });
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, `${width}`);
  }
});
