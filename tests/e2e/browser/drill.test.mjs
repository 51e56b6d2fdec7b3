// Drills, by keyboard alone: an answer is read and rated with the anchors in view, then the key comes with its reason.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { look } from "./axe.mjs";
import { start } from "./host.mjs";
import { becomes, focused, press, tabTo } from "./keyboard.mjs";

const QUESTION = "senior-python/py-gil";
let host;
before(async () => {
  host = await start({ viewport: { width: 1366, height: 768 } });
  await host.call("interviewer_set", { name: "Ida" });
  await host.page.reload();
});
after(() => host?.stop());

test("from Today to the first answer, and no key is told before it is rated", async () => {
  const { page } = host;
  await page.getByRole("heading", { name: "Today", level: 1 }).waitFor();
  await press(page, page.getByRole("link", { name: "Drills" }));
  await page.getByRole("heading", { name: "Drills", level: 1 }).waitFor();
  await becomes(() => page.getByRole("listitem").filter({ hasText: "written answers" }).count(), 6);
  await press(page, page.getByRole("link", { name: /^Start.*The GIL/ }));
  await page.getByRole("heading", { name: "Answer 1 of 3" }).waitFor();
  const text = await page.getByRole("main").innerText();
  assert.ok(!text.includes("given apart, agreed") && !/\bKey\b/.test(text), text);
  assert.equal(await page.getByRole("radio").count(), 5, "every anchor is in view");
});

test("arrows only move the focus, a digit rates, and the key comes with its reason", async () => {
  const { page } = host;
  await tabTo(page, page.getByRole("radio").nth(2));
  await page.keyboard.press("ArrowUp");
  assert.match(await focused(page).innerText(), /^4/);
  assert.equal((await host.call("drill_list")).drift.all, null, "passing over rates nothing");
  await page.keyboard.press("Control+4");
  await page.getByText(/^You gave 4 Above; the key is 3 Meets\. That is 1 level higher\./).waitFor();
  await page.getByText("The key’s ratings, given apart, agreed: when the answer was written; in a first blind rating, without the key; in a second blind rating, apart from the first.").waitFor();
  assert.equal(await page.getByRole("radio", { checked: true }).innerText().then((text) => text[0]), "4");
  await page.keyboard.press("Control+2");
  assert.equal((await host.call("drill_list")).drift.all.answers, 1, "it is kept as it was given first");
  await look(page, "drill-key");
});

test("the drill goes on to its end and drift stands as text and as a table", async () => {
  const { page } = host;
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: "Answer 2 of 3" }).waitFor();
  assert.match(await focused(page).innerText(), /^Answer 2 of 3/);
  await look(page, "drill");
  await page.keyboard.press("Control+4");
  await page.getByText("The key is 4 Above too.").waitFor();
  assert.match(await focused(page).innerText(), /^Next answer/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Answer 3 of 3" }).waitFor();
  await page.keyboard.press("Control+2");
  await page.getByText("The key is 2 Below too.").waitFor();
  await page.keyboard.press("Control+Enter");
  await page.getByText("3 answers rated: 2 as the key, 3 within one level, +0.33 levels on the whole.").waitFor();
  const cells = page.getByRole("region", { name: "Your drift by day" }).locator("tbody td");
  await cells.first().waitFor();
  assert.deepEqual((await cells.allInnerTexts()).slice(0, 4), ["3", "2", "3", "+0.33"]);
  await look(page, "drill-list");
});

test("a question that has written answers leads to them, and one that has none does not", async () => {
  const { page, url } = host;
  await page.goto(`${url}#/questions?id=${encodeURIComponent(QUESTION)}`);
  const link = page.getByRole("link", { name: "Rate 3 written answers to it" });
  await press(page, link);
  await page.getByRole("heading", { name: "Answer 1 of 3" }).waitFor();
  await page.goto(`${url}#/questions?id=${encodeURIComponent("senior-python/challenge")}`);
  await page.getByRole("button", { name: "Duplicate" }).waitFor();
  await becomes(() => link.count(), 0);
});

test("the pages are no wider than the window", async () => {
  const { page, url } = host;
  for (const [width, height] of [[800, 600], [683, 384]]) {
    await page.setViewportSize({ width, height });
    for (const more of ["", `?question=${encodeURIComponent(QUESTION)}`]) {
      await page.goto("about:blank");
      await page.goto(`${url}#/drill${more}`);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, `${more} at ${width}`);
    }
  }
  assert.deepEqual(host.wrong, []);
});
