// The hour itself: it begins, rests and goes on; what is done can be undone, over a restart too.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { start } from "./host.mjs";
import { becomes, begun, press, saved, tabTo } from "./keyboard.mjs";

const composer = (page) => page.getByRole("textbox", { name: "Note", exact: true });
const text = (page) => composer(page).inputValue();
const told = (page) => page.locator(".told").innerText();
const clock = (page) => page.locator(".clock .left").innerText();
const kept = (page) => page.locator("[data-pane=notes] li .text").allInnerTexts();
const heading = (page, name) => page.getByRole("heading", { name, level: 1 });
const editor = (page) => page.getByRole("textbox", { name: "Edit the note" });
const KIT = "senior-python/all-sixteen";

describe("the hour", () => {
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
    host.candidate_id = (await host.call("candidate_add", { name: "Jan Kowalski", role_id: role })).id;
  });
  afterEach(async () => {
    await host.page.goto(`${host.url}#/today`);
    await heading(host.page, "Today").waitFor();
  });
  const stored = async () => (await host.call("interview_get", { interview_id: host.interview_id })).interview;
  const ready = async () => {
    await composer(host.page).waitFor();
    await host.page.waitForFunction(() => document.activeElement?.id === "composer");
  };
  const show = async (interview) => {
    Object.assign(host, { interview_id: interview.id, questions: interview.content.questions });
    await host.page.goto(`${host.url}#/interview/${interview.id}`);
    await ready();
  };
  const prepared = async () => show((await host.call("interview_start", { candidate_id: host.candidate_id, kit_id: KIT })).interview);
  const live = async () => show(await begun(host, host.candidate_id, KIT));
  /** A restart of the page, once everything typed is durable. */
  const restart = async () => {
    await host.page.waitForTimeout(1000); // typing is gathered for less than a second
    await host.page.reload();
    await ready();
  };

  test("is prepared at its opening, and moving between questions does not begin it", async () => {
    const { page } = host;
    await prepared();
    await heading(page, "Opening").waitFor();
    assert.match(await page.locator(".guide").innerText(), /I will take notes on this laptop/);
    await becomes(() => clock(page), "120 min, not begun");
    await tabTo(page, page.getByRole("textbox", { name: "How to say the name" }), "Shift+Tab");
    await page.keyboard.insertText("Yan Ko-VAL-ski");
    await page.waitForTimeout(1000);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+PageDown");
    await page.locator(".prompt").waitFor();
    await page.keyboard.insertText("typing begins nothing");
    await restart();
    await heading(page, "Opening").waitFor();
    assert.equal(await page.getByRole("textbox", { name: "How to say the name" }).inputValue(), "Yan Ko-VAL-ski");
    assert.equal((await stored()).meeting.phase, "prepared");
    await press(page, page.getByRole("button", { name: "Begin" }), "Enter");
    await page.locator(".prompt").waitFor();
    await becomes(async () => (await stored()).meeting.phase, "live");
    await becomes(() => clock(page), "120 min left");
    assert.equal(await text(page), "typing begins nothing");
  });

  test("begins with the first note, and goes on after a restart where it was", async () => {
    const { page } = host;
    await prepared();
    await page.keyboard.type("came early");
    await page.keyboard.press("Enter");
    await becomes(async () => (await stored()).meeting.phase, "live");
    await becomes(async () => (await stored()).entries.map((entry) => [entry.place, entry.text]), [["general", "came early"]]);
    await host.call("interview_turn", { interview_id: host.interview_id, at: host.questions[2].id, elapsed_seconds: 1500 });
    await page.goto("about:blank"); // as one closes the window
    await page.goto(`${host.url}#/interview/${host.interview_id}?at=general`);
    await ready();
    await becomes(() => kept(page), ["came early"]);
    await becomes(() => clock(page), "95 min left");
  });

  test("rests and goes on with Ctrl+P, over a restart too, and ends where the closing words stand", async () => {
    const { page } = host;
    await live();
    await page.keyboard.press("Control+p");
    await becomes(() => clock(page), "paused");
    await becomes(async () => (await stored()).meeting.phase, "paused");
    await restart();
    await becomes(() => clock(page), "paused");
    await page.keyboard.press("Control+p");
    await becomes(() => clock(page), "120 min left");
    await becomes(async () => (await stored()).meeting.pauses.map((pause) => [pause.cause, pause.ended_at !== null]), [["asked", true]]);
    for (let n = 0; n < 16; n++) await page.keyboard.press("Control+PageDown");
    await heading(page, "Candidate’s questions").waitFor();
    assert.match(await page.locator(".guide").innerText(), /Thank you very much for your time/);
    await page.keyboard.type("asked about the team");
    await page.keyboard.press("Enter");
    await saved(page);
    await press(page, page.getByRole("button", { name: "End the interview" }));
    await becomes(() => clock(page), "ended");
    await becomes(async () => (await stored()).meeting.phase, "ended");
    const { entries } = await stored();
    assert.deepEqual(entries.map((entry) => [entry.place, entry.text]), [["candidate_questions", "asked about the team"]]);
    await page.setViewportSize({ width: 800, height: 600 });
    const picker = page.getByRole("combobox", { name: "Question", exact: true });
    assert.deepEqual((await picker.locator("option").allInnerTexts()).filter((name) => !/^\d/.test(name)), ["Opening", "Candidate’s questions", "General"]);
    await page.setViewportSize({ width: 1366, height: 768 });
  });

  test("everything at a place is undone in its order, over a restart, and done again", async () => {
    const { page } = host;
    await live();
    await page.keyboard.type("+2 measured first");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+4");
    await page.keyboard.type("half a thou");
    const state = async () => [await kept(page), await text(page), await page.locator('[aria-checked="true"] .digit').allInnerTexts(), await page.locator("[data-pane=signals] input:checked").count()];
    await becomes(state, [["measured first"], "half a thou", ["4"], 1]);
    await restart();
    await becomes(state, [["measured first"], "half a thou", ["4"], 1]);
    const steps = [
      ["Undone: typing", [["measured first"], "", ["4"], 1]],
      ["Undone: rating 4 Above", [["measured first"], "", [], 1]],
      ["Undone: a note kept", [[], "measured first", [], 1]],
      ["Undone: typing", [[], "", [], 1]],
      ["Undone: tick +2", [[], "", [], 0]],
    ];
    for (const [words, after] of steps) {
      await page.keyboard.press("Control+z");
      await becomes(state, after, words);
      await becomes(() => told(page), words);
    }
    await page.keyboard.press("Control+z");
    await becomes(() => told(page), "Nothing to undo here");
    for (let n = 0; n < steps.length; n++) await page.keyboard.press("Control+Shift+z");
    await becomes(state, [["measured first"], "half a thou", ["4"], 1]);
    await becomes(() => told(page), "Done again: typing");
    await page.keyboard.press("Control+PageDown");
    await page.keyboard.press("Control+z");
    await becomes(() => told(page), "Nothing to undo here", "each place has a history of its own");
  });

  test("a note in the middle of a change is there after a restart, and ends as it was or changed", async () => {
    const { page } = host;
    await live();
    for (const line of ["first", "second"]) {
      await page.keyboard.type(line);
      await page.keyboard.press("Enter");
    }
    await saved(page);
    await page.getByRole("button", { name: /^Edit note/ }).first().focus();
    await page.keyboard.press("Enter");
    await editor(page).waitFor();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("first, and more");
    await restart();
    await becomes(() => editor(page).inputValue(), "first, and more");
    assert.equal(await editor(page).count(), 1);
    assert.ok(await editor(page).evaluate((area) => area.getBoundingClientRect().top >= area.closest(".notes").getBoundingClientRect().top), "it is in view");
    assert.equal(await text(page), "");
    await editor(page).focus();
    await page.keyboard.press("Escape");
    await becomes(() => kept(page), ["first", "second"]);
    await restart();
    await becomes(() => kept(page), ["first", "second"]);
    await page.getByRole("button", { name: /^Edit note/ }).first().focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("!");
    await restart();
    await editor(page).focus();
    await page.keyboard.press("Enter");
    await becomes(() => kept(page), ["first!", "second"]);
    await saved(page);
    const { entries, drafts } = await stored();
    assert.deepEqual([entries.map((entry) => entry.text), drafts], [["first!", "second"], []]);
  });

  test("probes, deviations, links and code are kept and shown", async () => {
    const { page } = host;
    await live();
    for (const line of ["/probe 2", "/unplanned", "/unplanned", "/rew", "+1 linked", "```let x = 1;"]) {
      await page.keyboard.type(line);
      await page.keyboard.press("Enter");
    }
    await saved(page);
    const probes = page.locator("[data-pane=probes]");
    assert.deepEqual(await probes.locator("input").evaluateAll((boxes) => boxes.flatMap((box, i) => (box.checked ? [i + 1] : []))), [2]);
    assert.match(await probes.innerText(), /2 unplanned/);
    assert.equal(await page.locator("[data-pane=notes] .link [aria-hidden]").innerText(), "+1");
    const mono = await page.locator("[data-pane=notes] li.code .text").evaluate((element) => getComputedStyle(element).fontFamily);
    assert.match(mono, /mono/i);
    await page.getByRole("textbox", { name: "Why, if you like" }).focus();
    await page.keyboard.type("another word");
    await page.keyboard.press("Escape");
    await page.waitForTimeout(1000);
    const { records, entries } = await stored();
    const record = records.find((one) => one.question_id === host.questions[0].id);
    assert.deepEqual(record.probes, [{ number: null, asked: 2 }, { number: 2, asked: 1 }]);
    assert.deepEqual(record.deviation, { kind: "reworded", reason: "another word" });
    assert.deepEqual(entries.map(({ kind, link }) => [kind, link]), [["good", { target: "indicator", number: 1 }], ["code", null]]);
    await page.keyboard.type("```");
    assert.equal(await composer(page).getAttribute("spellcheck"), "false");
    await page.keyboard.press("Backspace");
  });

  test("says which optional question can be dropped when time is short", async () => {
    const { page } = host;
    const { kits } = await host.call("kit_list");
    const kit = kits.find((one) => one.optional > 0);
    const interview = await begun(host, host.candidate_id, kit.id);
    await show(interview);
    assert.equal(await page.locator(".drop").count(), 0);
    const late = kit.slot_minutes - kit.planned_minutes;
    await host.call("interview_set_slot", { interview_id: interview.id, late_minutes: late, early_minutes: 5 });
    const { drop_next } = await host.call("plan_get", { interview_id: interview.id });
    const number = interview.content.kit.questions.findIndex((one) => one.question_id === drop_next) + 1;
    await page.reload();
    await ready();
    if (drop_next !== null) await becomes(async () => (await page.locator(".drop").innerText()).includes(` ${number} `), true);
    else assert.fail("the plan drops nothing");
  });

  test("practice is one key from Today and is thrown away", async () => {
    const { page } = host;
    await page.goto(`${host.url}#/today`);
    await heading(page, "Today").waitFor();
    await page.waitForFunction(() => document.activeElement?.matches("[data-next], main input"));
    // A new folder begins in the name, where every key is text; Esc leaves it.
    await page.getByRole("textbox", { name: "Candidate’s name" }).focus();
    await page.keyboard.press("Escape");
    const before = (await host.call("interview_list")).interviews.length;
    await page.keyboard.press("p");
    await ready();
    await page.getByText("Practice candidate").first().waitFor();
    host.interview_id = page.url().split("/").at(-1);
    await page.keyboard.press("Control+Enter");
    await page.keyboard.type("only to try");
    await page.keyboard.press("Enter");
    await saved(page);
    await press(page, page.getByRole("button", { name: "End practice" }), "Enter");
    await heading(page, "Today").waitFor();
    await becomes(() => stored().then(() => "there", () => "gone"), "gone");
    assert.equal((await host.call("interview_list")).interviews.length, before);
  });

  test("the page reported nothing wrong", () => assert.deepEqual(host.wrong, []));
});
