// The four-fifths check by keyboard: counts in, rates out, what is wrong said beside its field, nothing kept.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { look } from "./axe.mjs";
import { start } from "./host.mjs";

describe("the four-fifths check", () => {
  let host;
  before(async () => {
    host = await start();
    await host.call("interviewer_set", { name: "Ana Ruiz" });
    await host.page.reload();
    await host.page.getByRole("link", { name: "Settings" }).click();
    await host.page.getByRole("link", { name: "Four-fifths check" }).click();
    await host.page.getByRole("heading", { name: "Four-fifths check", level: 1 }).waitFor();
  });
  after(() => host?.stop());

  const field = (name) => host.page.getByRole("textbox", { name, exact: true });
  const cells = () => host.page.getByRole("table", { name: "Result by group" }).locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.innerText.trim().split("\n")[0])));

  test("the rule and its date stand on the page from the beginning", async () => {
    const rule = host.page.getByRole("region", { name: "The rule" });
    await rule.getByText("less than four-fifths (4/5)").waitFor();
    assert.match(await rule.innerText(), /29 CFR 1607\.4\(D\).*25 August 1978/);
    await look(host.page, "impact-empty");
  });

  test("what is missing is said beside its field, which has the focus", async () => {
    const { page } = host;
    await field("Group, row 1").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("at least two groups").waitFor();
    await page.keyboard.type("Group one");
    await page.keyboard.press("Tab");
    await page.keyboard.type("eighty");
    await page.keyboard.press("Enter");
    await page.getByText("Type how many applied").waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Applicants, row 1");
    assert.equal(await field("Applicants, row 1").getAttribute("aria-invalid"), "true");
    await look(page, "impact-wrong");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("80");
    assert.equal(await field("Applicants, row 1").getAttribute("aria-invalid"), "false", "it goes once it is right");
  });

  test("counts are answered in a table, by keyboard alone", async () => {
    const { page } = host;
    await page.keyboard.press("Tab");
    await page.keyboard.type("48");
    await page.keyboard.press("Tab"); // its remove button
    await page.keyboard.press("Tab");
    for (const text of ["مجموعة", "40", "12"]) {
      await page.keyboard.type(text);
      await page.keyboard.press("Tab");
    }
    await page.getByRole("button", { name: "Add a group" }).press("Enter");
    await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Group, row 3");
    for (const text of ["Group three", "5", "2"]) {
      await page.keyboard.type(text);
      await page.keyboard.press("Tab");
    }
    await field("Selected, row 3").press("Enter");
    await page.getByRole("heading", { name: "What the rule says" }).waitFor();
    await page.waitForFunction(() => document.activeElement?.matches(".told"));
    assert.deepEqual(await cells(), [
      ["Group one", "48 of 80", "60.0 %", "1.000", "Highest", "–"],
      ["مجموعة", "12 of 40", "30.0 %", "0.500", "Below", "0.003"],
      ["Group three", "2 of 5", "40.0 %", "0.667", "Below", "0.399"],
    ]);
    await page.getByText("Small numbers: these figures say little.").waitFor();
    await look(page, "impact-told");
  });

  test("another count takes the answer away, and leaving the page takes everything", async () => {
    const { page } = host;
    await field("Selected, row 3").fill("3");
    assert.equal(await page.getByRole("heading", { name: "What the rule says" }).count(), 0);
    await page.getByRole("button", { name: "Remove row 3" }).press("Enter");
    await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Group, row 2");
    assert.equal(await page.getByRole("button", { name: "Remove row 2" }).getAttribute("aria-disabled"), "true");
    await field("Group, row 1").fill("مجموعة");
    await field("Group, row 1").press("Enter");
    await page.getByRole("alert").getByText("two groups with the name").waitFor();
    await page.getByRole("link", { name: "Today" }).click();
    await page.getByRole("heading", { name: "Today", level: 1 }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: "Four-fifths check", level: 1 }).waitFor();
    assert.equal(await field("Group, row 1").inputValue(), "");
    assert.deepEqual(host.wrong, []);
  });
});
