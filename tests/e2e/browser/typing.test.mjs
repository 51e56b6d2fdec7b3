// Everything an interviewer can do without leaving the note: markers, commands, the palette, the cover, the size of text.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { look } from "./axe.mjs";
import { start } from "./host.mjs";
import { becomes, begun, saved } from "./keyboard.mjs";

const composer = (page) => page.getByRole("textbox", { name: "Note", exact: true });
const text = (page) => composer(page).inputValue();
const kind = (page) => page.locator("input[name=kind]:checked").getAttribute("value");
const current = (page) => page.locator('[aria-current="step"] .n').innerText();
const ticks = (page, pane) => page.locator(`[data-pane=${pane}] input`).evaluateAll((boxes) => boxes.flatMap((box, i) => (box.checked ? [i + 1] : [])));
const kept = (page) => page.locator("[data-pane=notes] li").evaluateAll((items) => items.map((li) => [li.className.split(" ")[0], li.querySelector(".text")?.innerText]));
const isFocused = (locator) => locator.evaluate((element) => element === document.activeElement);

describe("from inside the note", () => {
  let host;
  let role;
  before(async () => {
    host = await start({ viewport: { width: 1366, height: 768 } });
    await host.call("interviewer_set", { name: "Ana Ruiz" });
    role = (await host.call("role_list")).roles[0].id;
    await host.page.reload();
  });
  after(() => host?.stop());
  beforeEach(async () => {
    const { id } = await host.call("candidate_add", { name: "Jan Kowalski", role_id: role });
    const interview = await begun(host, id, "senior-python/all-sixteen");
    Object.assign(host, { interview_id: interview.id, questions: interview.content.questions });
    await host.page.goto(`${host.url}#/interview/${interview.id}`);
    await composer(host.page).waitFor();
    await host.page.waitForFunction(() => document.activeElement?.id === "composer");
  });
  afterEach(async () => {
    await host.page.goto(`${host.url}#/today`);
    await host.page.getByRole("heading", { name: "Today", level: 1 }).waitFor();
  });
  const stored = async () => (await host.call("interview_get", { interview_id: host.interview_id })).interview;

  test("a marker is the kind of the note, and a number after it ticks", async () => {
    const { page } = host;
    for (const line of ['"we rolled back"', "+2 measured first", "!1 blames others", "?who decided", "„auf deutsch", "！没有测试", "+5? only when asked"]) {
      await page.keyboard.type(line);
      await page.keyboard.press("Enter");
    }
    await saved(page);
    await becomes(() => kept(page), [
      ["quote", "we rolled back"], ["good", "measured first"], ["concern", "blames others"], ["follow_up", "who decided"], ["quote", "auf deutsch"], ["concern", "没有测试"], ["good", "only when asked"],
    ]);
    await becomes(() => ticks(page, "signals"), [2, 5]);
    await becomes(() => ticks(page, "flags"), [1]);
    await becomes(async () => (await stored()).ticks.map(({ target, number, state }) => [target, number, state]).toSorted(), [["indicator", 2, "heard"], ["indicator", 5, "prompted"], ["red_flag", 1, "heard"]]);
    await becomes(() => kind(page), "note");
  });

  test("Backspace straight after a marker makes it text again, and takes back its tick", async () => {
    const { page } = host;
    await page.keyboard.type("+");
    await becomes(async () => [await text(page), await kind(page)], ["", "good"]);
    await page.keyboard.press("Backspace");
    await becomes(async () => [await text(page), await kind(page)], ["+", "note"]);
    await page.keyboard.type("1 from me");
    await page.keyboard.press("Enter");
    await page.keyboard.type("+3 ");
    await becomes(() => ticks(page, "signals"), [3]);
    await page.keyboard.press("Backspace");
    await becomes(async () => [await text(page), await kind(page), await ticks(page, "signals")], ["+3 ", "note", []]);
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
    await page.keyboard.type("!gone");
    await becomes(() => kind(page), "concern");
    for (let n = 0; n < 5; n++) await page.keyboard.press("Backspace");
    await becomes(() => kind(page), "note", "an empty field goes back to a plain note");
    await page.keyboard.type("plain");
    await page.keyboard.press("Enter");
    await saved(page);
    await becomes(() => kept(page), [["note", "+1 from me"], ["note", "plain"]]);
  });

  test("a pasted text keeps its first character", async () => {
    const { page } = host;
    await composer(page).evaluate((area) => {
      area.value = '"pasted"';
      area.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
      area.setSelectionRange(8, 8);
    });
    await page.keyboard.type(" and typed");
    await page.keyboard.press("Enter");
    await becomes(() => kept(page), [["note", '"pasted" and typed']]);
  });

  test("a marker inside the text is text, and undo goes on working after one was taken", async () => {
    const { page } = host;
    await page.keyboard.type("+one two");
    await page.keyboard.press("Control+z");
    await becomes(async () => [await text(page), await kind(page)], ["", "note"]);
    await page.keyboard.press("Control+Shift+z");
    await becomes(async () => [await text(page), await kind(page)], ["one two", "good"]);
    await page.keyboard.type("! or ?");
    await becomes(() => text(page), "one two! or ?");
    await page.keyboard.press("Enter");
    await becomes(() => kept(page), [["good", "one two! or ?"]]);
  });

  test("an input method composes undisturbed, and its marker counts when it is done", async () => {
    const { page } = host;
    const ime = await page.context().newCDPSession(page);
    for (const part of ["＋", "＋２", "＋２　そ", "＋２　測"]) {
      await ime.send("Input.imeSetComposition", { text: part, selectionStart: part.length, selectionEnd: part.length });
      await becomes(async () => [await text(page), await kind(page), await ticks(page, "signals")], [part, "note", []], "nothing while composing");
    }
    await ime.send("Input.insertText", { text: "＋２　測った" });
    await becomes(async () => [await text(page), await kind(page), await ticks(page, "signals")], ["測った", "good", [2]]);
    await page.keyboard.press("Enter");
    await saved(page);
    await becomes(() => kept(page), [["good", "測った"]]);
    await ime.detach();
  });

  test("> and a number files the note under another question without leaving this one", async () => {
    const { page } = host;
    await page.keyboard.press("Control+g");
    await page.keyboard.type("7");
    await page.keyboard.press("Enter");
    await page.keyboard.type("a draft that stands at seven");
    await page.keyboard.press("Control+g");
    await page.keyboard.type("1");
    await page.keyboard.press("Enter");
    await becomes(() => current(page), "1");
    await page.keyboard.type(">7 +2 said while we were at one");
    await page.getByText("To 7, ").waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("Kept under 7, ").waitFor();
    await becomes(async () => [await current(page), await kept(page), await text(page)], ["1", [], ""]);
    await page.keyboard.type(">99 no such question");
    await page.keyboard.press("Enter");
    await becomes(() => kept(page), [["note", ">99 no such question"]]);
    await saved(page);
    await page.waitForTimeout(1000); // typing is gathered for less than a second
    const { entries, ticks: stored_ticks, drafts } = await stored();
    const seven = host.questions[6].id;
    assert.deepEqual(entries.map((entry) => [entry.place, entry.kind, entry.text]), [[seven, "good", "said while we were at one"], [host.questions[0].id, "note", ">99 no such question"]]);
    assert.deepEqual(stored_ticks.map((tick) => [tick.question_id, tick.number]), [[seven, 2]]);
    assert.deepEqual(drafts.map((draft) => [draft.place, draft.text]), [[seven, "a draft that stands at seven"]]);
  });

  test("/ lists what can be said of the question, and only there is it a command", async () => {
    const { page } = host;
    await page.keyboard.type("/");
    const list = page.getByRole("listbox", { name: "Commands" });
    await list.waitFor();
    assert.deepEqual(await list.getByRole("option").allInnerTexts(), ["Not asked", "Could not judge", "Could not judge, interrupted", "Could not judge, out of time", "Could not judge, misunderstood", "Probe 1 asked", "Probe 2 asked", "Probe 3 asked", "Unplanned probe asked", "Reworded", "Drop this question"].filter((words) => !/Probe \d/.test(words) || Number(words.slice(6, 7)) <= host.questions[0].probes.length));
    await look(page, "slash");
    await page.keyboard.type("j");
    await page.keyboard.press("Enter");
    await list.waitFor({ state: "hidden" });
    await becomes(() => text(page), "");
    await page.getByRole("radio", { name: "Could not judge" }).and(page.locator('[aria-checked="true"]')).waitFor();
    await page.keyboard.type("/");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.getByRole("radio", { name: "Not asked" }).and(page.locator('[aria-checked="true"]')).waitFor();
    await page.keyboard.type("/");
    await list.waitFor();
    await page.keyboard.press("Escape");
    await list.waitFor({ state: "hidden" });
    await page.keyboard.type("etc was full");
    assert.equal(await list.count(), 0);
    await page.keyboard.press("Enter");
    await saved(page);
    await becomes(() => kept(page), [["note", "/etc was full"]]);
    const { records } = await stored();
    assert.equal(records.find((record) => record.question_id === host.questions[0].id).rating, "not_asked");
  });

  test("the palette finds questions, notes and commands", async () => {
    const { page } = host;
    await page.keyboard.type("measured before changing");
    await page.keyboard.press("Enter");
    await page.keyboard.type("half a thou");
    await page.keyboard.press("Control+k");
    const field = page.getByRole("combobox", { name: "Search or run" });
    await field.waitFor();
    await becomes(() => isFocused(field), true);
    await look(page, "palette");
    const options = page.getByRole("listbox", { name: "Found" }).getByRole("option");
    await page.keyboard.type("gil");
    await becomes(() => options.count(), 1);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /GIL/, level: 1 }).waitFor();
    await becomes(() => isFocused(composer(page)), true);

    await page.keyboard.press("Control+f");
    await page.keyboard.type("MEASURED");
    await page.keyboard.press("Enter");
    await becomes(() => current(page), "1");
    assert.equal(await page.evaluate(() => document.activeElement.closest("[data-note]").querySelector(".text").innerText), "measured before changing");
    await page.keyboard.press("Escape");
    await becomes(() => text(page), "half a thou", "what was being written is untouched");

    await page.keyboard.press("Control+k");
    await page.keyboard.type("rate 4");
    await options.first().filter({ hasText: /Rate 4, above\s+Ctrl\s+4/ }).waitFor();
    await page.keyboard.press("Enter");
    await page.locator('[aria-checked="true"]').filter({ hasText: "Above" }).waitFor();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("nothing like it");
    await page.getByText("Nothing has").waitFor();
    await look(page, "palette-nothing");
    await page.keyboard.press("Escape");
    await becomes(() => isFocused(composer(page)), true);
    assert.ok(await field.isHidden());
    await page.keyboard.press("Control+g");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "General", level: 1 }).waitFor();
    assert.equal(await page.getByRole("dialog").count(), 0, "no dialog during an interview");
  });

  test("the cover hides everything at once and only Esc uncovers", async () => {
    const { page } = host;
    await page.keyboard.type("half a thou");
    await page.keyboard.press("Control+3");
    await saved(page);
    assert.match(await page.title(), /^Interview – /);
    for (const opened of [null, "Control+k", "F1"]) {
      if (opened) await page.keyboard.press(opened);
      await page.keyboard.press("Control+Shift+h");
      const cover = page.locator(".cover.on");
      await cover.waitFor();
      const seen = () => page.evaluate(() => {
        const points = [[5, 5], [innerWidth / 2, innerHeight / 2], [innerWidth - 5, innerHeight - 5], [700, 100], [60, 500]];
        return points.every(([x, y]) => document.elementFromPoint(x, y)?.closest(".cover"));
      });
      assert.ok(await seen(), `something is seen after ${opened}`);
      assert.doesNotMatch(await page.title(), /Jan|Interview –/);
      for (const key of ["a", "Enter", "Control+5", "Control+k", "Control+Enter", "Control+Shift+t", "F1", "F6", "Tab", "Space", "Control+Shift+h", "Shift+Escape", "Control+="]) await page.keyboard.press(key);
      await page.mouse.click(600, 600);
      await page.keyboard.type("typed into nothing");
      assert.ok(await seen());
      if (opened === null) await look(page, "covered");
      await page.keyboard.press("Escape");
      await cover.waitFor({ state: "hidden" });
      await becomes(() => isFocused(composer(page)), true);
      await becomes(async () => [await text(page), await current(page)], ["half a thou", "1"]);
      assert.equal(await page.locator('[aria-checked="true"] .digit').innerText(), "3");
      assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), "16px");
      assert.match(await page.title(), /^Interview – /);
    }
  });

  test("text grows and shrinks, is kept, and the screen folds with it", async () => {
    const { page } = host;
    const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
    await page.keyboard.press("Control+=");
    await becomes(size, "17.6px");
    for (let n = 0; n < 9; n++) await page.keyboard.press("Control+=");
    await becomes(size, "32px");
    await page.locator(".picker").waitFor(); // as at 200 % zoom: the list has folded
    const box = await composer(page).boundingBox();
    assert.ok(box.y + box.height <= 768, "the composer is in view");
    await look(page, "large-text");
    await page.reload();
    await composer(page).waitFor();
    await becomes(size, "32px");
    await page.keyboard.press("Control+-");
    await becomes(size, "28px");
    await page.keyboard.press("Control+0");
    await becomes(size, "16px");
    await page.goto(`${host.url}#/today`);
    await page.getByRole("heading", { name: "Today", level: 1 }).waitFor();
    await page.keyboard.press("Control+-");
    await becomes(size, "14.4px");
    await page.keyboard.press("Control+0");
  });

  test("the window's title has no name, and the list says rated, not how", async () => {
    const { page } = host;
    await page.keyboard.press("Control+5");
    await saved(page);
    assert.equal(await page.title(), "Interview – Interview Workbench");
    const said = (pane) => [pane.innerText, ...[...pane.querySelectorAll("[aria-label]")].map((one) => one.ariaLabel)].join("\n");
    const list = await page.locator('[data-pane="questions"]').evaluate(said);
    assert.match(list, /rated/);
    assert.doesNotMatch(list, /above|below|meets/i);
    const covered = async () => (await page.locator(".coverage li").allInnerTexts()).filter((line) => !/\b0\/2$/.test(line)).length;
    await becomes(covered, 1, "one competency has one question covered");
    await page.keyboard.press("Control+7");
    await becomes(covered, 0, "what was not asked covers nothing");
  });

  test("a note is moved to another question in its editor", async () => {
    const { page } = host;
    await page.keyboard.type("belongs to three");
    await page.keyboard.press("Enter");
    await saved(page);
    await page.getByRole("button", { name: /^Edit note/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("combobox", { name: "Question", exact: true }).selectOption({ index: 2 });
    await page.getByRole("button", { name: "Keep", exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("Nothing kept here yet.").waitFor();
    await saved(page);
    await becomes(async () => (await stored()).entries.map((entry) => entry.place), [host.questions[2].id]);
  });

  test("the page reported nothing wrong", () => assert.deepEqual(host.wrong, []));
});
