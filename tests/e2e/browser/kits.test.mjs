// Roles and kits, by keyboard alone: built, published, asked, and built again.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import { look } from "./axe.mjs";
import { pictures, start } from "./host.mjs";
import { becomes, field, focused, heading, press, saved, startWith, tabTo, toKits, type, welcome } from "./keyboard.mjs";

let host;
const rows = (page) => page.locator("[data-place] .main > a");
const order = (page) => rows(page).allInnerTexts();
const control = (page, row, name) => page.locator("[data-place]").nth(row).locator(`[data-control="${name}"]`);

describe("a kit", () => {
  before(async () => (host = await start({ viewport: { width: 1366, height: 768 } })));
  afterEach(() => host?.page.screenshot({ path: join(pictures, "browser-kits-end.png") }));
  after(() => host?.stop());

  test("a kit is built and published by keyboard alone", async () => {
    const { page } = host;
    await welcome(page);
    await heading(page, "Today");
    await toKits(page);
    await press(page, page.getByRole("link", { name: "New kit" }));
    await page.waitForFunction(() => document.activeElement?.matches("main input"));
    await look(page, "building-kit-new");
    await page.keyboard.insertText("Zwei Köpfe שתיים");
    await heading(page, "Zwei Köpfe שתיים");
    await page.waitForFunction(() => /#\/kit\/[0-9a-f-]{36}$/.test(location.hash));
    assert.equal(await focused(page).inputValue(), "Zwei Köpfe שתיים", "the focus stays in the title when the address gets its id");
    assert.match(await field(page, "Opening").inputValue(), /notes on this laptop.*Nothing is recorded.*no artificial intelligence.*kept until \[until when\].*copy of them/s);
    assert.match(await field(page, "Closing").inputValue(), /What would you like to ask me\?/);

    // What stops is named; pressing the button all the same goes there.
    const publish = page.getByRole("button", { name: "Publish version 1" });
    await press(page, publish);
    assert.match(await focused(page).innerText(), /No question is required/);

    // From the bank: the arrows go through what was found, Enter adds.
    const search = page.getByRole("searchbox", { name: "Search questions" });
    await tabTo(page, search, "Shift+Tab");
    await page.keyboard.insertText("gil");
    // At once: the arrow waits for what was asked for, and never adds from the list before it.
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => document.activeElement?.matches("[data-add]"));
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "In the kit The GIL and what it does to threads" }).waitFor();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
    await page.getByText("16 questions, the first 12 here").waitFor();
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => document.activeElement?.matches("[data-add]"));
    for (const next of ["ArrowDown", "ArrowDown", "ArrowDown", "Escape"]) {
      await page.keyboard.press("Enter");
      await page.keyboard.press(next);
    }
    const found = await page.locator("[aria-label='Found in the bank'] .what").allInnerTexts();
    const gil = "The GIL and what it does to threads";
    const wanted = [gil, ...found.slice(0, 4).filter((title) => title !== gil)];
    await becomes(() => order(page), wanted, "each once, in the order in which they were added");

    // Alt and the arrows move; the arrows alone go along; the focus goes with the question.
    await tabTo(page, control(page, 0, "minutes"), "Shift+Tab");
    await page.keyboard.press("ArrowDown");
    assert.ok(await control(page, 1, "minutes").evaluate((one) => one === document.activeElement));
    await page.keyboard.press("Alt+ArrowUp");
    await becomes(() => order(page), [wanted[1], wanted[0], ...wanted.slice(2)]);
    assert.ok(await control(page, 0, "minutes").evaluate((one) => one === document.activeElement), "the focus moved with it");
    await page.keyboard.press("Alt+ArrowUp");
    await page.getByText("It is the first one already.").waitFor();
    await press(page, control(page, 0, "down"));
    await becomes(() => order(page), wanted);
    assert.ok(await control(page, 1, "down").evaluate((one) => one === document.activeElement), "on the same button");

    // Minutes, optional, a section.
    await tabTo(page, control(page, 0, "minutes"), "Shift+Tab");
    await page.keyboard.insertText("50");
    await page.getByText(/minutes? too many/).waitFor();
    await look(page, "building-kit-over");
    await page.keyboard.press("Control+z");
    await page.getByText(/\d+ free\./).waitFor();
    await page.keyboard.insertText("4");
    await press(page, control(page, 1, "required"), "Space");
    await press(page, control(page, 1, "section"));
    await page.waitForFunction(() => document.activeElement?.matches("[data-section] input"));
    await page.keyboard.insertText("Craft");
    await saved(page);

    // Taken out, and back: outside a field, undo is that of the list.
    await press(page, control(page, 0, "remove"));
    await becomes(() => order(page), wanted.slice(1));
    await page.keyboard.press("Control+z");
    await becomes(() => order(page), wanted);
    await page.keyboard.press("Control+Shift+z");
    await becomes(() => order(page), wanted.slice(1));
    await page.keyboard.press("Control+z");
    await becomes(() => order(page), wanted);
    assert.equal(await control(page, 0, "minutes").inputValue(), "4", "what was typed came back with it");

    await type(page, "Things to have ready, one a line", "paper\n\na whiteboard");
    await saved(page);

    // A reload is a restart of the page.
    const before = await host.call("kit_draft_list");
    await page.reload();
    await heading(page, "Zwei Köpfe שתיים");
    await becomes(() => order(page), wanted);
    assert.deepEqual(await page.locator("[data-section] input").evaluateAll((all) => all.map((one) => one.value)), ["Craft"]);
    assert.equal(await control(page, 1, "required").isChecked(), false);
    assert.deepEqual(await host.call("kit_draft_list"), before, "one draft, as it was left");
    assert.equal(before.drafts.length, 1);
    await look(page, "building-kit-draft");

    await press(page, publish);
    await page.getByText("Version 1 is published. New interviews use it.").waitFor();
    assert.match(await focused(page).innerText(), /^Version 1 is published/);
    const { kits } = await host.call("kit_list");
    const kit = kits.find((card) => card.title === "Zwei Köpfe שתיים");
    const { content } = await host.call("kit_get", { kit_id: kit.id });
    assert.deepEqual(content.kit.ready, ["paper", "a whiteboard"]);
    assert.deepEqual(content.kit.questions.map((one) => [one.required, one.minutes ?? null, one.section ?? ""]), wanted.map((_, i) => [i !== 1, i === 0 ? 4 : null, i === 0 ? "" : "Craft"]));
    assert.deepEqual((await host.call("kit_draft_list")).drafts, [], "what is published is no draft any more");
    assert.deepEqual(host.wrong, []);
  });

  test("an interview is held with it, and a new version leaves that interview as it was", async () => {
    const { page } = host;
    await press(page, page.getByRole("link", { name: "Today" }), "Enter");
    await startWith(page, "Jan Kowalski", "Zwei Köpfe שתיים");
    const asked = () => page.locator('[data-pane="questions"] .what').allInnerTexts();
    const begun = (await asked()).filter(Boolean);
    assert.ok(begun.some((text) => text.includes("The GIL")), begun.join(", "));
    const hash = await page.evaluate(() => location.hash);

    await page.keyboard.press("Control+Shift+t");
    await heading(page, "Today");
    await toKits(page);
    await press(page, page.getByRole("link", { name: "Zwei Köpfe שתיים" }));
    await heading(page, "Zwei Köpfe שתיים");
    const publish = page.getByRole("button", { name: "Publish version 2" });
    await press(page, publish);
    await page.getByText("Version 1 says the same already. Nothing new was published.").waitFor();

    const all = await order(page);
    await tabTo(page, control(page, 0, "remove"), "Shift+Tab");
    await page.keyboard.press("Enter");
    await becomes(() => order(page), all.slice(1));
    await type(page, "Opening", "Welcome.");
    await saved(page);
    await press(page, publish);
    await page.getByText("Version 2 is published. New interviews use it.").waitFor();

    await press(page, page.getByRole("link", { name: "Versions" }), "Enter");
    await page.getByRole("heading", { name: /^Version 2/ }).waitFor();
    await page.getByText("Taken out: The GIL and what it does to threads").waitFor();
    await page.getByText("The opening", { exact: true }).waitFor();
    await look(page, "building-kit-versions");

    await page.goto(`${host.url}${hash}`);
    await page.locator(".prompt").waitFor();
    assert.deepEqual((await asked()).filter(Boolean), begun, "the interview asks what it began with");
    assert.deepEqual(host.wrong, []);
  });

  test("a draft that cannot be saved stays on the screen and says so, and is saved when it can be", async () => {
    const { page } = host;
    await page.goto(`${host.url}#/kits`);
    await press(page, page.getByRole("link", { name: "Zwei Köpfe שתיים" }));
    await heading(page, "Zwei Köpfe שתיים");
    const full = (route) => route.fulfill({ status: 422, contentType: "application/json", body: JSON.stringify({ code: "disk_full", message: "The disk is full." }) });
    await page.route("**/call/kit_draft_save", full);
    await type(page, "Title", "Zwei Köpfe, neu");
    await page.getByRole("alert").filter({ hasText: "The disk is full." }).waitFor();
    await page.getByText("Draft not saved").waitFor();
    assert.equal(await field(page, "Title").inputValue(), "Zwei Köpfe, neu");
    await look(page, "building-kit-unsaved");
    await page.unroute("**/call/kit_draft_save");
    await saved(page); // by itself
    await page.getByText(/ · Draft saved \d\d:\d\d:\d\d$/).waitFor();
    assert.deepEqual((await host.call("kit_draft_list")).drafts.map((draft) => draft.kit.title), ["Zwei Köpfe, neu"]);
    // Discarded after a question; the version that counts is as it was.
    await press(page, page.getByRole("button", { name: "Discard draft…" }));
    await press(page, page.getByRole("button", { name: "Discard", exact: true }));
    await heading(page, "Zwei Köpfe שתיים");
    assert.equal(await field(page, "Title").inputValue(), "Zwei Köpfe שתיים");
    assert.deepEqual((await host.call("kit_draft_list")).drafts, []);
    assert.deepEqual(host.wrong, []);
  });

  test("what a competency lacks is found in the bank from the coverage", async () => {
    const { page } = host;
    const find = page.getByRole("button", { name: /^Find questions for / }).first();
    const competency = (await find.innerText()).replace(/^Find\s+questions for\s+/, "").replace(/[\u2066-\u2069]/g, "");
    await press(page, find);
    await page.waitForFunction(() => document.activeElement?.id === "kit-search");
    assert.equal(await page.getByRole("combobox", { name: "Competency" }).locator("option:checked").innerText(), competency);
    const found = page.locator("[aria-label='Found in the bank'] li");
    const others = async () => (await found.allInnerTexts()).filter((text) => !text.includes(competency)).length;
    await becomes(async () => [(await found.count()) > 0, await others()], [true, 0]);
    assert.deepEqual(host.wrong, []);
  });

  test("a kit is copied, put away and brought back", async () => {
    const { page } = host;
    await toKits(page);
    await press(page, page.getByRole("button", { name: "Copy Systems" }));
    await heading(page, "Systems (copy)");
    await becomes(async () => (await order(page)).length, 6);
    await toKits(page);
    await page.getByText("Not published", { exact: true }).waitFor();
    await look(page, "building-kits");
    await press(page, page.getByRole("button", { name: "Put away Craft and ways of working" }));
    await page.getByText("“Craft and ways of working” is put away.").waitFor();
    await press(page, page.getByRole("button", { name: "Bring back Craft and ways of working" }));
    await page.getByText("“Craft and ways of working” is back.").waitFor();
    assert.equal((await host.call("kit_list")).archived.length, 0);
    assert.deepEqual(host.wrong, []);
  });

  test("the structure meter says how each of the fifteen stands, and what people declare is shown as declared", async () => {
    const { page } = host;
    await press(page, page.getByRole("link", { name: "Systems", exact: true }));
    await heading(page, "Systems");
    await press(page, page.getByRole("link", { name: "Structure" }));
    await page.getByText(/It counts structure; it does not claim validity\./).waitFor();
    const standing = () => page.locator(".standing").allInnerTexts();
    const first = await standing();
    assert.equal(first.length, 15);
    assert.equal(first.filter((words) => words === "Not declared").length, 3);
    assert.ok(first.includes("Met") && first.includes("Not met") && first.includes("Not known yet"), first.join(", "));
    await press(page, page.getByRole("button", { name: "Declare… Questions come from the job" }));
    await page.waitForFunction(() => document.activeElement?.matches("textarea"));
    await press(page, page.getByRole("button", { name: "Declare", exact: true }));
    await page.getByText("Write how and when. Without a note nothing is declared.").waitFor();
    await page.waitForFunction(() => document.activeElement?.matches("textarea"));
    await page.keyboard.insertText("Critical incidents, with four of the team, in March.");
    await look(page, "building-structure-declaring");
    await press(page, page.getByRole("button", { name: "Declare", exact: true }));
    await becomes(async () => (await standing())[0], "Declared");
    await page.getByText("1 of 3 declared", { exact: false }).waitFor();
    await press(page, page.getByRole("button", { name: "Take back Questions come from the job" }));
    await becomes(async () => (await standing())[0], "Not declared");
    assert.deepEqual(host.wrong, []);
  });

  test("a published kit is saved as a guide for paper", async () => {
    const { page } = host;
    await press(page, page.getByRole("link", { name: "Versions" }));
    const save = page.getByRole("button", { name: "Interviewer guide (PDF)" });
    await page.getByText(/^\d+ pages$/).waitFor();
    await press(page, save);
    await page.getByText("Saved", { exact: false }).filter({ hasText: ".pdf" }).first().waitFor();
    const [file] = readdirSync(host.saves);
    assert.equal(readFileSync(join(host.saves, file)).subarray(0, 5).toString(), "%PDF-");
    await look(page, "building-guide");
    assert.deepEqual(host.wrong, []);
  });
});
