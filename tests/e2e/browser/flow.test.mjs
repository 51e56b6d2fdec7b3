// The whole flow in a browser, by keyboard alone: from the first question to the packet.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { pictures, start } from "./host.mjs";
import { becomes, begin, focused, note, press, saved, startWith, tabTo } from "./keyboard.mjs";

let host;
before(async () => (host = await start()));
afterEach(() => host?.page.screenshot({ path: join(pictures, "browser-flow-end.png") }));
after(() => host?.stop());

const composer = (page) => page.getByRole("textbox", { name: "Note", exact: true });
const current = (page) => page.locator('[aria-current="step"] .what').innerText();

test("from the first start to the packet without a pointer", async () => {
  const { page } = host;
  await begin(page, { me: "Ana Ruiz", candidate: "Nguyễn Văn Anh", kit: "Systems" });
  const first = await current(page);

  // Five kinds of note; Shift+Enter makes a line.
  await note(page, "what was said", "Note");
  await note(page, "“we rolled back in 6 minutes”", "Quote");
  await note(page, "measured before changing", "Good");
  await note(page, "no tests at all", "Concern");
  await note(page, "who decided to ship?", "Follow-up");
  await page.keyboard.insertText("first line");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.insertText("second line שלום");
  assert.equal(await composer(page).inputValue(), "first line\nsecond line שלום");
  await page.keyboard.press("Enter");
  await saved(page);
  const notes = page.locator('[data-pane="notes"] li');
  assert.equal(await notes.count(), 6);
  assert.deepEqual(await notes.locator(".kind").evaluateAll((kinds) => kinds.map((kind) => kind.role === "img" && kind.ariaLabel)), ["Note", "Quote", "Good", "Concern", "Follow-up", "Note"]);

  // Undo in the note is the store's, which the browser's own history must not take over.
  await page.keyboard.insertText("one ");
  await page.keyboard.insertText("two");
  await page.keyboard.press("Control+z");
  await becomes(() => composer(page).inputValue(), "", "undo goes back to the empty field");
  await page.keyboard.press("Control+Shift+z");
  await becomes(() => composer(page).inputValue(), "one two");
  await page.keyboard.press("Control+z");
  await becomes(() => composer(page).inputValue(), "");

  // Ticks and rating from the keyboard; the text in the composer stays.
  await page.keyboard.insertText("half a thou");
  await page.keyboard.press("Control+j");
  await page.keyboard.press("1");
  await page.keyboard.press("3");
  await page.keyboard.press("p");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Shift+j");
  await page.keyboard.press("2");
  await page.keyboard.press("Escape");
  assert.equal(await composer(page).inputValue(), "half a thou");
  const signals = page.locator('[data-pane="signals"] input');
  assert.deepEqual(await signals.evaluateAll((boxes) => boxes.map((box) => box.checked).slice(0, 4)), [true, false, true, false]);
  await page.keyboard.press("Control+4");
  await page.getByRole("radio", { name: /^4 / }).and(page.locator('[aria-checked="true"]')).waitFor();
  await page.keyboard.press("Control+2");
  await page.keyboard.press("Control+5");
  await page.getByRole("radio", { name: /^5 / }).and(page.locator('[aria-checked="true"]')).waitFor();

  // Keeps the note and goes on; the place is the store's.
  await page.keyboard.press("Control+Enter");
  const second = await current(page);
  assert.notEqual(second, first);
  assert.equal(await composer(page).inputValue(), "");
  await page.keyboard.press("Control+PageDown");
  await page.keyboard.press("Control+PageUp");
  assert.equal(await current(page), second);
  await page.keyboard.press("Control+6");
  await page.keyboard.insertText("typed and not kept");
  await saved(page);

  // F6 goes through every part of the screen and comes back.
  const panes = new Set();
  for (let n = 0; n < 12; n++) {
    await page.keyboard.press("F6");
    panes.add(await page.evaluate(() => document.activeElement?.closest("[data-pane]")?.dataset.pane));
  }
  for (const pane of ["questions", "signals", "flags", "rating", "notes", "composer"]) {
    assert.ok(panes.has(pane) || pane === "notes", `F6 does not reach ${pane}, only ${[...panes].join(", ")}`);
  }

  // A reload is a restart of the page: the same question, everything there.
  await page.waitForTimeout(1000); // typing is gathered for less than a second
  await page.reload();
  await composer(page).waitFor();
  assert.equal(await current(page), second);
  await page.waitForFunction(() => document.querySelector("#composer").value !== "");
  assert.equal(await composer(page).inputValue(), "typed and not kept");
  await page.keyboard.press("Control+PageUp");
  assert.equal(await notes.count(), 7);
  assert.deepEqual(await signals.evaluateAll((boxes) => boxes.map((box) => box.checked).slice(0, 4)), [true, false, true, false]);
  await page.keyboard.press("Control+PageDown");
  await page.keyboard.press("Enter");
  for (const key of ["Control+7", "Control+PageDown", "Control+3", "Control+PageDown", "Control+1"]) await page.keyboard.press(key);
  await saved(page);

  // Submit: no default, a reason, nothing left unkept, a question before it locks.
  await page.keyboard.insertText("never kept");
  const here = await current(page);
  await press(page, page.getByRole("link", { name: "Review and submit" }));
  await page.getByRole("heading", { name: "Review and submit" }).waitFor();
  const ask = page.getByRole("button", { name: "Submit…" });
  await press(page, ask);
  await page.getByText("Choose one of the four.").waitFor();
  assert.equal(await page.locator("input[name=recommendation]:checked").count(), 0, "no recommendation is chosen for the person");
  await page.keyboard.press("ArrowDown");
  const strong = page.getByRole("radio", { name: "Strong yes" });
  for (let n = 0; n < 5 && !(await strong.isChecked()); n++) await page.keyboard.press("ArrowDown");
  const why = page.getByRole("textbox", { name: "Why" });
  await tabTo(page, why);
  await page.keyboard.insertText("Clear on incidents; measured before changing.");
  await press(page, ask);
  await page.getByRole("alert").filter({ hasText: "Not submitted" }).waitFor();
  const way = await focused(page).innerText();
  assert.ok(way.startsWith("question ") && way.endsWith(here), `the focus is on the way to the note, not on ${way}`);
  await page.keyboard.press("Enter");
  await composer(page).waitFor();
  assert.equal(await current(page), here);
  await page.waitForFunction(() => document.querySelector("#composer").value === "never kept");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await press(page, page.getByRole("link", { name: "Review and submit" }));
  await why.waitFor();
  assert.deepEqual([await strong.isChecked(), await why.inputValue()], [true, "Clear on incidents; measured before changing."]);
  await press(page, ask);
  const question = page.getByText(/^Lock “Strong yes” for .*After this it can be read, not changed\./);
  await question.waitFor();
  await page.keyboard.press("Escape");
  await question.waitFor({ state: "detached" });
  assert.equal(await focused(page).innerText(), "Submit…", "Esc takes the question back");
  await page.keyboard.press("Enter");
  await question.waitFor();
  await page.waitForTimeout(500); // longer than a slip is waited for
  await page.keyboard.press("Enter");
  await question.waitFor();
  assert.equal(await focused(page).getAttribute("id"), "lock", "an Enter that is held, or one more, locks nothing");
  await press(page, page.getByRole("button", { name: "Submit and lock" }));
  await page.getByText("Submitted and locked").waitFor();
  assert.match(await focused(page).innerText(), /^Done: your scorecard on .*Nguyễn Văn Anh.* is in\./);
  assert.equal(await page.evaluate(() => document.getElementById("main").scrollTop), 0, "what was done is said at the top");
  await page.getByText("3 of 6 rated, 1 not asked, 2 not rated", { exact: false }).waitFor();
  assert.equal(await page.getByRole("textbox").count(), 0, "a locked scorecard has nothing to write in");

  // A second candidate, quickly, so that there is something to compare.
  await press(page, page.getByRole("link", { name: "Today" }));
  await startWith(page, "Jan Kowalski", "Systems");
  // One tick: without any evidence a scorecard cannot be submitted.
  for (const key of ["Control+j", "1", "Escape"]) await page.keyboard.press(key);
  for (let n = 0; n < 6; n++) {
    await page.keyboard.insertText(`answer ${n}`);
    await page.keyboard.press(`Control+${(n % 5) + 1}`);
    await page.keyboard.press("Control+Enter");
  }
  await saved(page);
  await press(page, page.getByRole("link", { name: "Review and submit" }));
  await tabTo(page, page.getByRole("radio", { name: "Strong no" }));
  await page.keyboard.press("ArrowDown");
  await press(page, page.getByRole("textbox", { name: "Why" }), "x");
  await press(page, page.getByRole("button", { name: "Submit…" }));
  await page.getByText(/^Lock “/).waitFor();
  await page.waitForTimeout(500);
  await press(page, page.getByRole("button", { name: "Submit and lock" }));
  await page.getByText("Submitted and locked").waitFor();

  // Side by side, with the evidence behind a cell.
  await press(page, page.getByRole("link", { name: "Compare" }));
  await press(page, page.getByRole("checkbox", { name: /Nguyễn/ }), "Space");
  await press(page, page.getByRole("checkbox", { name: /Jan/ }), "Space");
  await page.getByRole("region", { name: "Comparison table" }).waitFor();
  assert.deepEqual((await page.getByRole("region", { name: "Comparison table" }).locator("thead bdi").allInnerTexts()).toSorted(), ["A", "B"], "names are hidden until they are wanted");
  await press(page, page.getByRole("checkbox", { name: "Show names" }), "Space");
  await page.getByRole("region", { name: "Comparison table" }).getByText("Jan Kowalski").first().waitFor();
  assert.deepEqual((await page.getByRole("region", { name: "Comparison table" }).locator("thead bdi").allInnerTexts()).sort(), ["Jan Kowalski", "Nguyễn Văn Anh"]);
  const cell = page.locator(`[data-cell]`).first();
  await press(page, cell);
  await page.getByRole("complementary").getByRole("heading", { level: 3 }).first().waitFor();
  await page.keyboard.press("Escape");
  assert.ok(await cell.evaluate((element) => element === document.activeElement), "Escape goes back to the cell");

  // The packet.
  await press(page, page.getByRole("link", { name: "Candidates" }));
  await press(page, page.getByRole("link", { name: "Nguyễn Văn Anh" }).first());
  const save = page.getByRole("button", { name: "Export packet" });
  await page.getByText(/\d+ pages?, 1 scorecard/).waitFor();
  await host.call("test/cancel_next_dialog");
  await press(page, save);
  await page.waitForTimeout(300);
  assert.ok(!existsSync(host.saves) || readdirSync(host.saves).length === 0, "a cancelled dialog writes nothing");
  await press(page, save);
  await page.getByText("Saved", { exact: false }).filter({ hasText: ".pdf" }).first().waitFor();
  const [file] = readdirSync(host.saves);
  assert.match(file, /^\d{4}-\d\d-\d\d Nguyễn Văn Anh, Senior Python developer, packet\.pdf$/);
  assert.equal(readFileSync(join(host.saves, file)).subarray(0, 5).toString(), "%PDF-");
  await press(page, page.getByRole("button", { name: "Open", exact: true }));
  let opened = await host.call("test/opened");
  for (const end = Date.now() + 10_000; opened.length === 0 && Date.now() < end; opened = await host.call("test/opened")) await page.waitForTimeout(50);
  assert.deepEqual(opened, [join(host.saves, file)]);
  assert.deepEqual(host.wrong, []);
});
