// The packet for whoever reads it: the choice, the mentions to be decided, the file.
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { join } from "node:path";
import { pictures, start } from "./host.mjs";

describe("a packet with names hidden", () => {
  let host;
  before(async () => (host = await start({ demo: true, viewport: { width: 1366, height: 768 } })));
  after(() => host?.stop());

  test("it is written only when every mention is decided, and its name names nobody", async () => {
    const { page } = host;
    const { candidates } = await host.call("candidate_list");
    const { id } = candidates.find(({ submitted }) => submitted > 0).candidate;
    await page.goto(`${host.url}#/candidate/${id}`);
    const save = page.getByRole("button", { name: "Export packet" });
    await page.getByText(/\d+ pages?, \d+ scorecards?/).waitFor();
    await page.getByLabel("Packet for").focus();
    await page.keyboard.press("End");
    assert.equal(await page.getByLabel("Packet for").inputValue(), "blind");
    // The sample notes name nobody; an employer would stand there like this.
    await page.getByLabel("Further words to find").focus();
    await page.keyboard.insertText("cache, queue");
    const region = page.getByRole("region", { name: "Found in what people wrote" });
    await region.getByText(/places? of \d+ to decide/).waitFor();
    assert.equal(await save.getAttribute("aria-disabled"), "true", "nothing is written before the decisions");
    await page.getByRole("radio", { name: "Keep" }).first().focus();
    await page.keyboard.press("Space");
    const open = page.getByRole("button", { name: "Replace the rest" });
    await region.scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(pictures, "audience.png") });
    await open.focus();
    await page.keyboard.press("Enter");
    await region.getByText(/All \d+ decided/).waitFor();
    assert.ok(await page.getByRole("radio", { name: "Keep" }).first().isChecked(), "what was kept stays kept");
    await save.focus();
    await page.keyboard.press("Enter");
    await page.getByText("Saved", { exact: false }).filter({ hasText: ".pdf" }).first().waitFor();
    assert.ok(existsSync(host.saves));
    assert.match(readdirSync(host.saves)[0], /^\d{4}-\d\d-\d\d Candidate [A-Z], Senior Python developer, packet, name hidden\.pdf$/);
    for (const scheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width: scheme === "dark" ? 800 : 1366, height: 900 });
      await page.getByLabel("Packet for").selectOption("candidate");
      await page.getByLabel("Why it was written").fill(`For the ${scheme} reader`);
      await page.getByLabel("Where it is from").fill("Two calls");
      await page.getByText("Leave parts out").click();
      await page.getByText("Leave the interviewers’ names out").scrollIntoViewIfNeeded();
      await page.screenshot({ path: join(pictures, `audience-${scheme}.png`) });
      await page.getByText("Leave parts out").click();
    }
    // A day that cannot be true is told at once, and nothing is written with it.
    const [asked, due] = ["Asked on", "To be answered by"].map((name) => page.getByLabel(name));
    await asked.fill("2999-01-01");
    await page.getByText("That day is yet to come. Write the day on which they asked.").waitFor();
    assert.equal(await save.getAttribute("aria-disabled"), "true");
    await asked.fill("2026-01-31");
    await due.fill("2026-01-30");
    await page.getByText("That is before they asked. Correct one of the two days.").waitFor();
    await page.screenshot({ path: join(pictures, "audience-days.png") });
    await due.fill("2026-01-31");
    await page.getByText("That is before they asked.").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Preview" }).press("Enter");
    const preview = page.getByRole("region", { name: "Preview" });
    await preview.getByRole("img").waitFor();
    await preview.getByText("The words of this page").press("Enter");
    for (const words of ["For the dark reader", "Two calls", "The hiring panel."]) await preview.locator("pre").filter({ hasText: words }).waitFor();
    assert.deepEqual(host.wrong, []);
  });
});
