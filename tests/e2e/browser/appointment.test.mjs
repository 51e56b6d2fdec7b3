// What may become of an hour besides being held as planned: paper, two at one laptop, no-show, late start, practice.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { look } from "./axe.mjs";
import { start } from "./host.mjs";
import { becomes, begun, press, saved, tabTo } from "./keyboard.mjs";

const composer = (page) => page.getByRole("textbox", { name: "Note", exact: true });
const heading = (page, name) => page.getByRole("heading", { name, level: 1 });
const told = (page) => page.locator(".told").innerText();
const clock = (page) => page.locator(".clock").innerText();
const panel = (page) => page.locator("section.meeting");
const inPanel = (page, role, name) => panel(page).getByRole(role, { name, exact: true });
const row = (page, name) => page.getByRole("listitem").filter({ hasText: name }).locator(".meta");
const ALL = "senior-python/all-sixteen";
const SYSTEMS = "senior-python/systems";
const SMALL = { width: 800, height: 600 };
const LAPTOP = { width: 1366, height: 768 };

describe("an appointment", () => {
  let host;
  let role;
  let name;
  let people = 0;
  before(async () => {
    host = await start({ viewport: LAPTOP });
    await host.call("interviewer_set", { name: "Ana Ruiz" });
    role = (await host.call("role_list")).roles[0].id;
    await host.page.reload();
  });
  after(() => host?.stop());
  beforeEach(async () => {
    name = `Jan Kowalski ${++people}`;
    host.candidate_id = (await host.call("candidate_add", { name, role_id: role })).id;
  });
  afterEach(async () => {
    await host.page.setViewportSize(LAPTOP);
    await host.page.goto(`${host.url}#/today`);
    await heading(host.page, "Today").waitFor();
  });
  const stored = async (id = host.interview_id) => (await host.call("interview_get", { interview_id: id })).interview;
  const ready = async () => {
    await composer(host.page).waitFor();
    await host.page.waitForFunction(() => document.activeElement?.id === "composer");
  };
  const show = async (interview) => {
    Object.assign(host, { interview_id: interview.id, questions: interview.content.questions });
    await host.page.goto(`${host.url}#/interview/${interview.id}`);
    await ready();
  };
  const prepared = async (kit_id = SYSTEMS) => show((await host.call("interview_start", { candidate_id: host.candidate_id, kit_id })).interview);
  const live = async (kit_id = SYSTEMS) => show(await begun(host, host.candidate_id, kit_id));
  /** Chooses a command in the palette. */
  const run = async (words) => {
    await host.page.keyboard.press("Control+k");
    await host.page.getByRole("combobox", { name: "Search or run" }).waitFor();
    await host.page.keyboard.type(words);
    const chosen = host.page.getByRole("option", { selected: true });
    assert.match(await chosen.innerText(), new RegExp(words, "i"));
    await host.page.keyboard.press("Enter");
  };

  test("somebody who does not come is marked from the palette, with a reason, and may come after all", async () => {
    const { page } = host;
    await prepared();
    await run("did not come");
    const why = page.getByRole("textbox", { name: "Why, if you like" });
    await page.waitForFunction(() => document.activeElement?.matches(".why"));
    await page.keyboard.insertText("waited fifteen minutes");
    assert.deepEqual(await panel(page).locator(".events button").allInnerTexts(), ["Begin", "Candidate withdrew"]);
    await becomes(async () => [(await stored()).meeting.phase, (await stored()).meeting.reason], ["no_show", "waited fifteen minutes"]);
    await look(page, "appointment-no-show");
    await page.keyboard.press("Escape");
    await ready();
    assert.match(await clock(page), /candidate did not come/);
    await page.goto(`${host.url}#/today`);
    await heading(page, "Today").waitFor();
    assert.equal(await page.locator(`a[href="#/interview/${host.interview_id}"]`).count(), 0, "one that was called off is not due");
    await page.goto(`${host.url}#/candidate/${host.candidate_id}`);
    await becomes(async () => /candidate did not come/.test(await row(page, "Ana Ruiz").first().innerText()), true);
    await look(page, "appointment-called-off");
    await press(page, page.getByRole("link", { name: /^Open/ }));
    await ready();
    await page.keyboard.press("Control+p");
    await becomes(async () => (await stored()).meeting.phase, "live");
    await page.keyboard.press("Control+Shift+p");
    assert.equal(await why.count(), 0);
  });

  test("broken off, it is to be continued, and goes on with Ctrl+P", async () => {
    const { page } = host;
    await live();
    await run("broken off");
    await page.waitForFunction(() => document.activeElement?.matches(".why"));
    await page.keyboard.insertText("fire alarm");
    await becomes(async () => [(await stored()).meeting.phase, (await stored()).meeting.reason], ["interrupted", "fire alarm"]);
    await page.goto(`${host.url}#/today`);
    await becomes(async () => /to be continued/.test(await row(page, name).innerText()), true);
    await press(page, page.getByRole("link", { name: `Continue with ${name}` }));
    await ready();
    await page.keyboard.press("Control+p");
    await becomes(async () => (await stored()).meeting.pauses.map((pause) => [pause.cause, pause.ended_at !== null]), [["interrupted", true]]);
  });

  test("ends by a key, says so, and says what cannot be", async () => {
    const { page } = host;
    await prepared();
    await page.keyboard.press("Control+Shift+d");
    await becomes(() => told(page), "Not now: the interview has not begun.");
    await page.keyboard.press("Control+Enter");
    await page.keyboard.press("Control+Shift+d");
    await becomes(() => told(page), "The interview has ended. You can still write.");
    await becomes(async () => (await stored()).meeting.phase, "ended");
    assert.equal(await composer(page).evaluate((area) => area === document.activeElement), true);
  });

  test("late start, early end and what was agreed move the plan, from one quiet place, at 800 px too", async () => {
    const { page } = host;
    await live();
    await page.keyboard.press("Control+Shift+p");
    await page.waitForFunction(() => document.activeElement?.matches(".events button"));
    await tabTo(page, inPanel(page, "textbox", "Begins late by"));
    await page.keyboard.type("10");
    await page.keyboard.press("Tab");
    await page.keyboard.type("5");
    await tabTo(page, inPanel(page, "textbox", "More time"));
    await page.keyboard.type("20");
    await page.keyboard.press("Tab");
    await page.keyboard.type("a");
    await page.getByRole("alert").getByText("Type whole minutes, from 0 to 480.").waitFor();
    await page.keyboard.press("Backspace");
    await page.keyboard.type("3");
    await tabTo(page, inPanel(page, "checkbox", "Has had the questions beforehand"));
    await page.keyboard.press("Space");
    const agreed = { more_minutes: 20, break_minutes: 3, questions_ahead: true };
    await becomes(async () => (({ late_minutes, early_minutes, adjustments }) => ({ late_minutes, early_minutes, adjustments }))((await stored()).meeting), { late_minutes: 10, early_minutes: 5, adjustments: agreed });
    await becomes(() => panel(page).getByText(/minutes for the interview/).innerText(), "62 minutes for the interview; the kit says 60.");
    await becomes(async () => /62 min left/.test(await clock(page)), true);
    await look(page, "appointment-panel");
    await page.setViewportSize(SMALL);
    await look(page, "appointment-panel-800");
    const box = await panel(page).boundingBox();
    assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= SMALL.width && box.y + box.height <= SMALL.height, JSON.stringify(box));
    await page.keyboard.press("Escape");
    await ready();
    await page.reload();
    await ready();
    await page.keyboard.press("Control+Shift+p");
    assert.equal(await inPanel(page, "textbox", "Begins late by").inputValue(), "10");
  });

  test("two interviewers each have a scorecard of one meeting, and go to and fro by a key", async () => {
    const { page } = host;
    await prepared();
    await tabTo(page, page.locator(".guide").getByRole("textbox", { name: "Another interviewer at this laptop" }), "Shift+Tab");
    assert.match(await page.locator(".guide .beside").innerText(), /chosen here and not verified/);
    await page.keyboard.insertText("عمر الخطيب");
    await page.keyboard.press("Enter");
    await becomes(() => page.locator(".whose").first().innerText(), "Scorecard of Ana Ruiz, lead");
    const first = host.interview_id;
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+Enter");
    await page.keyboard.type("mine");
    await page.keyboard.press("Enter");
    await saved(page);
    await page.keyboard.press("Control+Shift+o");
    await page.waitForFunction((id) => !location.hash.includes(id), first);
    await ready();
    await becomes(() => page.locator(".whose").first().innerText(), "Scorecard of عمر الخطيب, scribe");
    const second = page.url().split("/").at(-1);
    await becomes(async () => (await stored(second)).meeting.phase, "live", "one meeting");
    await page.keyboard.type("theirs");
    await page.keyboard.press("Enter");
    await saved(page);
    await page.keyboard.press("Control+Shift+p");
    await panel(page).getByText("The name was chosen here, not verified.").waitFor();
    await look(page, "appointment-beside");
    await page.keyboard.press("Escape");
    await run("other interviewer");
    await page.waitForFunction((id) => location.hash.includes(id), first);
    await ready();
    assert.deepEqual([(await stored(first)).entries, (await stored(second)).entries].map((all) => all.map((entry) => entry.text)), [["mine"], ["theirs"]]);
    await page.setViewportSize(SMALL);
    await look(page, "appointment-beside-800");
    await page.goto(`${host.url}#/today`);
    await page.getByRole("link", { name: `Continue with ${name}, scorecard of عمر الخطيب` }).waitFor();
    await page.getByRole("link", { name: `Continue with ${name}, scorecard of Ana Ruiz` }).waitFor();
    await look(page, "appointment-today-800");
    await page.goto(`${host.url}#/candidate/${host.candidate_id}`);
    await page.getByText("(scribe)").waitFor();
    await page.getByText("(lead)").waitFor();
    // The packet waits for each of them, and says for whom.
    const waits = (who) => page.getByText(`The packet can be made once the scorecard of ${who} is submitted.`).waitFor();
    await waits("Ana Ruiz");
    const question_id = (await stored(first)).content.questions[0].id;
    for (const interview_id of [first, second]) await host.call("tick_set", { interview_id, question_id, target: "indicator", number: 1, state: "heard" });
    await host.call("scorecard_submit", { interview_id: first, recommendation: "yes", reason: "Clear.", anyway: true });
    await page.reload();
    await waits("عمر الخطيب");
    await host.call("scorecard_submit", { interview_id: second, recommendation: "no", reason: "Unclear.", anyway: true });
    await page.reload();
    await page.getByRole("button", { name: "Export packet" }).waitFor();
  });

  test("a paper interview is written up with both times and without times within the meeting", async () => {
    const { page } = host;
    await page.goto(`${host.url}#/candidate/${host.candidate_id}`);
    await press(page, page.getByRole("checkbox", { name: /Write up a paper interview/ }), "Space");
    await tabTo(page, page.getByRole("textbox", { name: "Held on" }));
    await page.keyboard.press("Control+a");
    await page.keyboard.type("20.11.2026");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("Type the day as year-month-day").waitFor();
    await look(page, "appointment-paper");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("2026-11-20");
    await tabTo(page, page.getByRole("textbox", { name: "Began at" }));
    await page.keyboard.type("14:05");
    await page.keyboard.press("Enter");
    await ready();
    host.interview_id = page.url().split("/").at(-1);
    const held = await page.evaluate(() => new Date(2026, 10, 20, 14, 5).toISOString());
    const { meeting } = await stored();
    assert.deepEqual([meeting.mode, meeting.phase, new Date(meeting.held_at).toISOString()], ["afterwards", "ended", held]);
    assert.match(await clock(page), /^Held 20 Nov 14:05,\s*written down today \d\d:\d\d$/);
    await page.keyboard.type("+1 from paper");
    await page.keyboard.press("Enter");
    await saved(page);
    assert.equal(await page.locator("[data-pane=notes] .at").count(), 0);
    assert.match(await page.locator(".guide header").innerText(), /min planned/);
    await page.keyboard.press("Control+p");
    await becomes(async () => (await stored()).meeting.phase, "ended");
    await look(page, "appointment-afterwards");
    await page.setViewportSize(SMALL);
    await look(page, "appointment-afterwards-800");
    await page.keyboard.press("Control+Shift+r");
    await heading(page, "Review and submit").waitFor();
    await page.getByText(/held 20 Nov 14:05, written down afterwards, from today/).waitFor();
    await page.goto(`${host.url}#/today`);
    await becomes(async () => /held 20 Nov 14:05, written down afterwards/.test(await row(page, name).last().innerText()), true);
  });

  test("why an answer could not be judged is a key away, and stands on the review", async () => {
    const { page } = host;
    await live(ALL);
    await page.keyboard.press("Control+6");
    const causes = page.getByRole("group", { name: /Why it could not be judged/ });
    await causes.waitFor();
    await press(page, causes.getByRole("button", { name: "out of time" }));
    const cause = async () => (await stored()).records.find((one) => one.question_id === host.questions[0].id).unjudged;
    await becomes(cause, "out_of_time");
    await look(page, "appointment-cause");
    await page.keyboard.press("Escape");
    await page.keyboard.type("/mis");
    await page.keyboard.press("Enter");
    await becomes(cause, "misunderstood");
    await page.keyboard.press("Control+z");
    await becomes(cause, "out_of_time");
    await page.keyboard.press("Control+Shift+r");
    await heading(page, "Review and submit").waitFor();
    await page.getByText("Could not judge, out of time").first().waitFor();
    await page.setViewportSize(SMALL);
    await page.goBack();
    await ready();
    await look(page, "appointment-cause-800");
  });

  test("the opening is one page: script, how to say the name, what may be read, time, who interviews", async () => {
    const { page } = host;
    await prepared();
    const guide = page.locator(".guide");
    assert.match(await guide.innerText(), /6 questions, 48 of 60 minutes planned/);
    assert.match(await guide.innerText(), /no artificial intelligence listens, writes or rates/);
    assert.match(await guide.innerText(), /kept until \[until when\]/);
    await tabTo(page, guide.getByRole("textbox", { name: "Until when notes are kept" }), "Shift+Tab");
    await page.keyboard.insertText("31 March 2027");
    await becomes(async () => /The notes are kept until 31 March 2027\./.test(await guide.innerText()), true);
    await tabTo(page, guide.getByRole("textbox", { name: "How to say the name" }), "Shift+Tab");
    await page.keyboard.insertText("Yan Ko-VAL-ski");
    await becomes(async () => /Say the name: Yan Ko-VAL-ski/.test(await guide.innerText()), true);
    assert.match(await guide.innerText(), /may be read once your scorecard is submitted/);
    for (const label of ["Who covers what", "What colleagues asked to follow up", "Begins late by", "Breaks, in all"]) await guide.getByRole("textbox", { name: label }).waitFor();
    await look(page, "appointment-opening");
    await page.setViewportSize(SMALL);
    await look(page, "appointment-opening-800");
  });

  test("practice goes on to the review, where submitting locks nothing and ends it", async () => {
    const { page } = host;
    await show((await host.call("interview_start", { practice: true })).interview);
    await host.call("tick_set", { interview_id: host.interview_id, question_id: host.questions[0].id, target: "indicator", number: 1, state: "heard" });
    await page.keyboard.press("F1");
    const sheet = await page.locator(".sheet").innerText();
    assert.match(sheet, /Review and submit/);
    assert.match(sheet, /In the review: confirm all means/);
    await look(page, "appointment-keys");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+Shift+r");
    await heading(page, "Review and submit").waitFor();
    await page.getByText("Practice: nothing of this is kept.").waitFor();
    const submitted = (await host.call("log_list")).lines.filter(({ line }) => line.act === "scorecard_submit").length;
    await look(page, "appointment-practice");
    await press(page, page.getByRole("link", { name: "Back to the interview" }));
    await composer(page).waitFor();
    await page.keyboard.press("Control+Shift+r");
    await tabTo(page, page.getByRole("radio", { name: "Strong no" }));
    await page.keyboard.press("Space");
    await press(page, page.getByRole("textbox", { name: "Why", exact: true }), "x");
    await press(page, page.getByRole("button", { name: "Submit…" }));
    await page.getByText("This is practice: nothing is locked, and all of it is let go.").waitFor();
    await page.waitForTimeout(500); // an answer that came sooner is taken for a slip
    await press(page, page.getByRole("button", { name: "Submit and lock" }));
    await page.getByText("Well done, that is the whole way.").waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent.includes("Well done"));
    await look(page, "appointment-practised");
    await becomes(() => stored().then(() => "there", () => "gone"), "gone");
    assert.equal((await host.call("log_list")).lines.filter(({ line }) => line.act === "scorecard_submit").length, submitted);
    await press(page, page.getByRole("link", { name: "To Today" }));
    await heading(page, "Today").waitFor();
  });

  test("the page reported nothing wrong", () => assert.deepEqual(host.wrong, []));
});
