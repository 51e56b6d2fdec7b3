// Candidates side by side: hidden names, an order by chance, the formula's means, how firm the order is, and what is taken elsewhere.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { look } from "./axe.mjs";
import { start } from "./host.mjs";
import { becomes, focused, press, tabTo } from "./keyboard.mjs";

const NAMES = ["محمد علی\u200cپور", "山田太郎", "=Ana Ruiz"];
let host;
let ids;
let role;
before(async () => {
  host = await start({ viewport: { width: 1366, height: 768 } });
  await host.call("interviewer_set", { name: "Ida" });
  role = (await host.call("role_list")).roles[0];
  ids = [];
  for (const [n, name] of NAMES.entries()) {
    const { id } = await host.call("candidate_add", { name, role_id: role.id });
    ids.push(id);
    for (const add of [0, 1]) {
      const { interview } = await host.call("interview_start", { candidate_id: id, kit_id: "senior-python/systems" });
      for (const [at, question] of interview.content.questions.entries()) {
        // The last candidate's last question is never rated.
        const rating = n === 2 && at === interview.content.questions.length - 1 ? "could_not_judge" : Math.min(5, 2 + n + (at % 2 === 0 ? add : 0));
        await host.call("rating_set", { interview_id: interview.id, question_id: question.id, rating });
      }
      const first = interview.content.questions[0].id;
      await host.call("entry_save", { interview_id: interview.id, place: first, kind: "quote", text: `we rolled back, said ${n} ${add}`, at_seconds: 75 });
      if (n === 0 && add === 0) await host.call("entry_save", { interview_id: interview.id, place: first, kind: "code", text: "for x in y:\n    z(x)", at_seconds: 80 });
      await host.call("scorecard_submit", { interview_id: interview.id, recommendation: "yes", reason: "heard", anyway: true });
    }
  }
});
after(() => host?.stop());

const region = () => host.page.getByRole("region", { name: "Comparison table" });
const heads = async () => (await region().locator("thead bdi").allInnerTexts()).map((text) => text.trim());
const query = () => host.page.evaluate(() => Object.fromEntries(new URLSearchParams(location.hash.split("?")[1])));

async function open(more = "") {
  await host.page.goto("about:blank");
  await host.page.goto(`${host.url}#/compare?ids=${ids}${more}`);
  await region().waitFor();
  if (more.includes("names=1")) await region().getByText(NAMES[1], { exact: true }).waitFor();
}

test("names are hidden and the order is by chance, which the address keeps", async () => {
  await open();
  const { candidates } = await host.call("compare_table", { candidate_ids: ids });
  const lettered = candidates.map((one) => one.letter);
  assert.deepEqual((await heads()).sort(), lettered.toSorted(), "the letters of the core, in whatever order");
  const text = await host.page.getByRole("main").innerText();
  for (const name of NAMES) assert.ok(!text.includes(name), `${name} is not told`);
  const { seed } = await query();
  assert.match(seed, /^[1-9]\d*$/);
  const composites = () => region().locator(".composite strong").allInnerTexts();
  const before = await composites();
  await host.page.reload();
  await region().waitFor();
  assert.deepEqual([await composites(), (await query()).seed], [before, seed], "the same order after a restart of the page");
  await press(host.page, host.page.getByRole("checkbox", { name: "Show names" }), "Space");
  await becomes(async () => (await heads()).sort(), NAMES.toSorted(), "once the log has it");
  assert.equal((await host.call("log_list", { limit: 1 })).lines[0].line.act, "names_reveal");
});

test("each figure on screen is the one that the core made", async () => {
  await open("&seed=0&names=1");
  const table = await host.call("compare_table", { candidate_ids: ids });
  const figure = (value) => (value === null ? "not judged" : value.toFixed(2));
  assert.deepEqual(await region().locator(".composite strong").allInnerTexts(), table.candidates.map((c) => (c.compared === null ? "not compared" : figure(c.compared))));
  for (const row of table.rows.filter((row) => row.cells.some((cell) => cell.dots.length > 0))) {
    for (const [n, cell] of row.cells.entries()) {
      const shown = host.page.locator(`[data-cell="${ids[n]}/${row.competency.id}"] .mean`);
      assert.equal(await shown.innerText(), figure(cell.figure.mean), row.competency.name);
    }
  }
  const left = table.order.comparable.left_out;
  assert.ok(left.length > 0, "there is something that is not compared");
  // What no kit asks about stands together in one sentence; everything else has its own with its reason.
  for (const out of left) {
    const said = out.why === "not_asked" ? /^Not compared, since no kit used here asks about it: / : `${out.name} is not compared`;
    await host.page.getByRole("listitem").filter({ hasText: said }).filter({ hasText: out.name }).first().waitFor();
  }
});

test("arrows go from cell to cell, and Escape comes back to the cell", async () => {
  const { page } = host;
  await open("&seed=0");
  const cells = region().locator("[data-cell]");
  await tabTo(page, cells.first());
  const at = () => focused(page).evaluate((cell) => [Number(cell.dataset.r), Number(cell.dataset.c)]);
  const start = await at();
  await page.keyboard.press("ArrowRight");
  assert.deepEqual(await at(), [start[0], 1]);
  await page.keyboard.press("ArrowDown");
  assert.deepEqual([(await at())[0] > start[0], (await at())[1]], [true, 1]);
  await page.keyboard.press("Home");
  assert.equal((await at())[1], 0);
  await page.keyboard.press("End");
  assert.equal((await at())[1], 2);
  const cell = await focused(page).getAttribute("data-cell");
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("complementary");
  await drawer.getByRole("heading", { name: "Scorecards" }).waitFor();
  assert.match(await drawer.innerText(), /^C\n/, "the name stays hidden in the drawer");
  await page.keyboard.press("Escape");
  assert.equal(await focused(page).getAttribute("data-cell"), cell);
  assert.equal(await region().locator('[data-cell][tabindex="0"]').count(), 1, "the table is one stop of the Tab key");
});

test("a row sorts the columns both ways and then lets go; a column can stay", async () => {
  const { page } = host;
  await open("&seed=0&names=1");
  const composite = region().getByRole("button", { name: /^Composite/ });
  await press(page, composite);
  await becomes(heads, [NAMES[2], NAMES[1], NAMES[0]]);
  await page.keyboard.press("Enter");
  await becomes(heads, [NAMES[0], NAMES[1], NAMES[2]]);
  await page.keyboard.press("Enter");
  assert.equal((await query()).sort, undefined);
  // What keeps a column in view is above its cells; Tab goes to the names of the rows and to one cell.
  await tabTo(page, region().locator('[data-cell][tabindex="0"]'));
  for (const key of ["End", "ArrowUp"]) await page.keyboard.press(key);
  const pin = region().getByRole("button", { name: /^Keep .*Ana/ });
  await becomes(() => pin.evaluate((button) => button === document.activeElement), true);
  assert.match(await pin.getAttribute("title"), /Ana/, "it says whom");
  await page.keyboard.press("Enter");
  await becomes(heads, [NAMES[2], NAMES[0], NAMES[1]]);
  await becomes(() => pin.evaluate((button) => button === document.activeElement), true, "the focus goes along");
  await page.keyboard.press("ArrowDown");
  assert.ok(await focused(page).getAttribute("data-cell"), "and back to the cells");
});

test("who was chosen is there again after another page, with the names hidden", async () => {
  const { page } = host;
  await open("&seed=7&names=1");
  await press(page, page.getByRole("link", { name: "Questions", exact: true }));
  await page.getByRole("heading", { name: "Questions", level: 1 }).waitFor();
  await press(page, page.getByRole("link", { name: "Compare", exact: true }));
  await region().waitFor();
  const { ids: kept, seed, names } = await query();
  assert.deepEqual([kept, seed, names], [ids.join(","), "7", undefined]);
  assert.ok(!(await heads()).includes(NAMES[1]), "names are shown again when that is wanted");
  // Letting go of all of them is kept as well.
  await page.goto("about:blank");
  await page.goto(`${host.url}#/compare`);
  await page.getByText("Tick two candidates").waitFor();
  await press(page, page.getByRole("link", { name: "Questions", exact: true }));
  await press(page, page.getByRole("link", { name: "Compare", exact: true }));
  await page.getByText("Tick two candidates").waitFor();
});

test("differences only leaves what is the same, and questions stand with a quote", async () => {
  const { page } = host;
  await open("&seed=0");
  const table = await host.call("compare_table", { candidate_ids: ids });
  await press(page, page.getByRole("checkbox", { name: "Differences only" }), "Space");
  await becomes(() => region().getByRole("row").count(), 4 + table.rows.filter((row) => row.differs).length);
  await tabTo(page, page.getByRole("combobox", { name: "Rows" }));
  await page.keyboard.press("q");
  await region().getByText(/“we rolled back, said 0 0”/).waitFor();
  await press(page, region().locator('[data-cell][tabindex="0"]'));
  const drawer = page.getByRole("complementary");
  await drawer.getByText("we rolled back, said 0 0").waitFor();
  assert.equal(await drawer.getByRole("heading", { level: 3 }).count(), 3, "the scorecards, and the two answers to this question");
});

test("the firmness of the order stands as text and as a table", async () => {
  const { page } = host;
  await open("&seed=0&names=1");
  const table = await host.call("compare_table", { candidate_ids: ids });
  const order = page.getByRole("region", { name: "Order of composites" });
  const rows = order.locator("tbody tr");
  assert.equal(await rows.count(), 3);
  assert.deepEqual((await order.locator("tbody bdi").allInnerTexts()).map((text) => text.trim()), [NAMES[2], NAMES[1], NAMES[0]]);
  assert.deepEqual(await order.locator("tbody td:nth-child(2)").allInnerTexts(), table.order.placed.map((placed) => placed.composite.toFixed(2)));
  assert.equal(await order.locator(".bars rect").count(), table.order.groups.flat().length);
});

test("how far raters agree stands below under its two names, with gaps and no figure under five candidates", async () => {
  const { page } = host;
  await open("&seed=0");
  const told = await host.call("agreement_get", { candidate_ids: ids });
  for (const [which, word] of [["agreement", "Agreement"], ["consistency", "Consistency"]]) {
    const part = page.locator(`[data-panel="${which}"]`);
    await part.getByRole("heading", { name: word }).waitFor();
    assert.equal(await part.locator("tbody tr").count(), Math.min(8, told[which].given.length), which);
    assert.equal(await part.locator("svg rect").count(), 0, "no share of three candidates");
  }
  // One person interviewed everyone twice, and nobody is compared with themself.
  await page.getByText("Nobody here was rated in two separate interviews on one competency.").waitFor();
  const text = await page.getByRole("main").innerText();
  for (const name of NAMES) assert.ok(!text.includes(name), `${name} is not told`);
});

test("what is copied or saved says the names on screen, and no spreadsheet runs it", async () => {
  const { page } = host;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await open("&seed=0");
  const copied = async () => {
    await press(page, page.getByRole("button", { name: "Copy table" }));
    await page.getByRole("status").filter({ hasText: "Copied." }).waitFor();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const saved = async (name) => {
    await press(page, page.getByRole("button", { name: `Save as ${name}` }));
    const told = page.getByRole("status").filter({ hasText: name === "CSV" ? /^Saved .*comparison\.csv$/ : /^Saved .*comparison\.md$/ });
    await told.waitFor();
    return readFileSync((await told.innerText()).replace("Saved ", ""), "utf8");
  };
  const hidden = [await copied(), await saved("CSV"), await saved("Markdown")];
  for (const text of hidden) for (const one of NAMES) assert.ok(!text.includes(one), text);
  await press(page, page.getByRole("checkbox", { name: "Show names" }), "Space");
  await page.getByRole("columnheader", { name: "=Ana Ruiz" }).waitFor();
  assert.ok((await copied()).includes(`\t'=Ana Ruiz`));
  const csv = await saved("CSV");
  assert.ok(csv.includes(`,'=Ana Ruiz,`) && !csv.includes(",=Ana"), csv);
  assert.match(await saved("Markdown"), /\| Composite \|/);
});

test("axe finds nothing, light and dark, and the page is no wider than the window", async () => {
  const { page } = host;
  for (const [what, more] of [["competencies", "&names=1&sort=composite"], ["questions", `&view=questions&pin=${ids[1]}`]]) {
    await open(`&seed=3${more}`);
    await look(page, `compare-${what}-sorted`);
    for (const [width, height] of [[800, 600], [683, 384]]) {
      await page.setViewportSize({ width, height });
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, `${what} at ${width}`);
    }
    await page.setViewportSize({ width: 1366, height: 768 });
  }
  assert.deepEqual(host.wrong, []);
});

test("a large comparison is made piece by piece, has everybody in the end, and its keys reach the last cell", async () => {
  const many = [...ids];
  for (let n = 0; n < 15; n++) many.push((await host.call("candidate_add", { name: `Candidate ${n}`, role_id: role.id })).id);
  await host.page.goto("about:blank");
  await host.page.goto(`${host.url}#/compare?ids=${many}&seed=7`);
  await region().waitFor();
  const table = region().getByRole("table");
  await becomes(() => table.getAttribute("aria-busy"), "false");
  assert.equal((await heads()).length, many.length);
  const widths = await table.locator("thead th:not(:first-child)").evaluateAll((all) => all.map((th) => Math.round(th.getBoundingClientRect().width)));
  assert.deepEqual([...new Set(widths)], [136], "every column is as wide, so that none moves while others come");
  const row = await table.locator("[data-cell]").first().getAttribute("data-r");
  const line = table.locator(`[data-r="${row}"][data-cell]`);
  assert.equal(await line.count(), NAMES.length, "who has no scorecard has no cell");
  await line.first().focus();
  await host.page.keyboard.press("End");
  await becomes(() => line.last().evaluate((cell) => cell === document.activeElement), true);
  // What stands below the table comes when it is whole.
  await host.page.getByRole("heading", { name: "Debrief" }).waitFor();
  await look(host.page, "compare-large");
});

test("code stands in the drawer as it was written", async () => {
  const { candidates, rows } = await host.call("compare_table", { candidate_ids: ids });
  const evidence = await Promise.all(rows.map((row) => host.call("compare_evidence", { candidate_id: candidates[0].id, competency_id: row.competency.id })));
  const with_code = evidence.find((one) => one.answers.some((answer) => answer.entries.some((entry) => entry.kind === "code")));
  await open(`&seed=0&candidate=${candidates[0].id}&competency=${with_code.competency.id}`);
  const code = host.page.locator("aside .entries p").filter({ hasText: "for x in y" });
  await code.waitFor();
  assert.deepEqual(await code.evaluate((p) => [/monospace/.test(getComputedStyle(p).fontFamily), getComputedStyle(p).whiteSpaceCollapse]), [true, "preserve"]);
  await look(host.page, "evidence-code");
});

test("the table takes the height of the window, and its heads stay", async () => {
  await host.page.setViewportSize({ width: 1366, height: 600 });
  await open("&seed=0&view=questions");
  const box = await region().evaluate((scroll) => {
    const main = document.querySelector("main");
    scroll.scrollIntoView({ block: "start" });
    scroll.scrollTo(0, 120);
    const head = scroll.querySelector("thead th").getBoundingClientRect();
    const { top, height } = scroll.getBoundingClientRect();
    return { share: height / main.clientHeight, over: scroll.scrollHeight - scroll.clientHeight, head: head.top - top };
  });
  assert.ok(box.over <= 0 || box.share > 0.9, JSON.stringify(box));
  assert.ok(Math.abs(box.head) < 2, "the heads are in view");
  await host.page.setViewportSize({ width: 1366, height: 768 });
});
