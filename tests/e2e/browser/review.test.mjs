// The write-up: the draft that is due, what is open before submitting, the means, the reasons, the lock, and what may be said afterwards.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { look } from "./axe.mjs";
import { pictures, start } from "./host.mjs";
import { becomes, focused, press, tabTo } from "./keyboard.mjs";

let host;
let interview_id;
let questions;
before(async () => {
  host = await start();
  await host.call("interviewer_set", { name: "Ana Ruiz" });
  const role_id = (await host.call("role_list")).roles[0].id;
  const candidate = await host.call("candidate_add", { name: "محمد علی\u200cپور", role_id });
  const { interview } = await host.call("interview_start", { candidate_id: candidate.id, kit_id: "senior-python/systems" });
  interview_id = interview.id;
  questions = interview.content.questions;
  const keep = (at, kind, text) => host.call("entry_save", { interview_id, place: questions[at]?.id ?? "general", kind, text, at_seconds: 75 });
  await keep(0, "quote", "we rolled back in 6 minutes");
  await keep(0, "follow_up", "who decided to ship?");
  await keep(1, "note", "talked about her pregnancy leave, seemed smart");
  await keep(2, "concern", "no tests at all");
  await host.call("tick_set", { interview_id, question_id: questions[0].id, target: "indicator", number: 1, state: "heard" });
  for (const [at, rating] of [[0, 4], [1, 3], [2, 2], [3, "not_asked"]]) await host.call("rating_set", { interview_id, question_id: questions[at].id, rating });
});
after(() => host?.stop());

const interview = async () => (await host.call("interview_get", { interview_id })).interview;

/** Opens the review; `findings` stands in for what the lint would point at. */
async function review(findings = []) {
  const { page } = host;
  await page.unrouteAll();
  if (findings.length > 0) {
    await page.route("**/call/review_get", async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), findings } });
    });
  }
  await page.goto("about:blank");
  await page.goto(`${host.url}#/interview/${interview_id}/scorecard`);
  await page.getByRole("heading", { name: "Review and submit" }).waitFor();
}

/** Pictures at the sizes of small screens, and at 200 %. */
async function sizes(name) {
  const { page } = host;
  for (const [what, width, height] of [["1366", 1366, 768], ["800", 800, 600], ["200", 683, 384]]) {
    await page.setViewportSize({ width, height });
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, `${name} is wider than the window at ${what}`);
    const tall = await page.evaluate(() => document.getElementById("main").scrollHeight + 80);
    await page.setViewportSize({ width, height: Math.max(height, tall) });
    await page.screenshot({ path: join(pictures, `browser-${name}-${what}.png`) });
  }
  await page.setViewportSize({ width: 1366, height: 768 });
}

test("what is open stands there, one key away", async () => {
  const { page } = host;
  await review();
  assert.match(await focused(page).innerText(), /^No evidence behind it/, "the first open thing has the focus");
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Note", exact: true }).waitFor();
  assert.equal(await page.locator('[aria-current="step"] .what').innerText(), questions[1].title);
  await review();
  await page.getByText(`3 of ${questions.length} rated, 1 not asked, ${questions.length - 4} not rated`, { exact: false }).waitFor();
  assert.equal(await page.getByRole("link", { name: "Not rated yet" }).count(), questions.length - 4);
  // A plain note is no evidence, and a follow-up is settled where it stands.
  assert.equal(await page.getByRole("link", { name: "No evidence behind it" }).count(), 1);
  const settled = page.getByRole("checkbox", { name: /^Settled.*who decided to ship/ });
  await press(page, settled, "Space");
  await page.getByText("All settled.").waitFor();
  assert.equal((await interview()).settled.length, 1);
  assert.ok(await settled.evaluate((box) => box === document.activeElement), "the focus stays");
  await page.keyboard.press("Space");
  await page.getByText("1 of 1 open", { exact: false }).waitFor();
  await look(page, "review-open");
  await sizes("review-open");
});

test("F6 goes from part to part of the review, and back", async () => {
  const { page } = host;
  await review();
  const part = () => page.evaluate(() => {
    const at = document.activeElement;
    const [heading] = [...document.querySelectorAll("main :is(h1, h2)")].filter((one) => one === at || one.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING).slice(-1);
    return at.closest("nav") ? "navigation" : heading?.textContent;
  });
  const parts = await page.locator("main :is(h1, h2)").allInnerTexts();
  assert.equal(parts[0], "Review and submit");
  assert.equal(parts.at(-1), "Your recommendation");
  await page.locator("nav a[aria-current]").focus();
  for (const wanted of parts) {
    await page.keyboard.press("F6");
    await becomes(part, wanted);
    assert.ok(await focused(page).evaluate((at) => at.getBoundingClientRect().top >= 0 && at.getBoundingClientRect().bottom <= innerHeight), `${wanted} is in sight`);
  }
  await page.keyboard.press("F6");
  assert.equal(await part(), "navigation");
  await page.keyboard.press("Shift+F6");
  assert.equal(await part(), "Your recommendation");
  assert.equal(await focused(page).getAttribute("name"), "recommendation");
});

test("a question said to be not asked that has notes, ticks or probes is listed, with the way to it", async () => {
  const { page } = host;
  const question_id = questions[3].id;
  const link = page.getByRole("link", { name: /^Not asked, but it has/ });
  await review();
  assert.equal(await link.count(), 0);
  const { entry } = await host.call("entry_save", { interview_id, place: question_id, kind: "good", text: "asked for the numbers first", at_seconds: 90 });
  await host.call("probe_set", { interview_id, question_id, number: null, asked: 1 });
  await review();
  assert.equal(await link.textContent(), `Not asked, but it has 1 note and 1 probe: ${questions[3].title}`);
  await look(page, "review-seems-asked");
  await press(page, link);
  await page.getByRole("textbox", { name: "Note", exact: true }).waitFor();
  assert.equal(await page.locator('[aria-current="step"] .what').innerText(), questions[3].title);
  await host.call("entry_remove", { entry_id: entry.id });
  await host.call("probe_set", { interview_id, question_id, number: null, asked: 0 });
  await review();
  assert.equal(await link.count(), 0);
});

test("a word is pointed at where it stands, and its note can be hidden and shown again", async () => {
  const { page } = host;
  const note = (await interview()).entries.find((entry) => entry.kind === "note");
  const at = { place: "entry", entry_id: note.id };
  const found = (words, kind, topic) => ({ at, kind, topic, words, start: note.text.indexOf(words), end: note.text.indexOf(words) + words.length });
  await review([found("pregnancy leave", "protected", "pregnancy"), found("smart", "verdict", null)]);
  assert.deepEqual(await page.locator("mark").allInnerTexts(), ["pregnancy leave", "smart"]);
  assert.match(await page.locator("mark").first().evaluate((mark) => getComputedStyle(mark).textDecorationStyle), /wavy/, "not by colour alone");
  await page.getByText("“pregnancy leave” may be about pregnancy, which must not weigh in the decision.").waitFor();
  await page.getByText("“smart” is a verdict. What was said or done that shows it?").waitFor();
  await look(page, "review-words");
  await sizes("review-words");
  await press(page, page.getByRole("button", { name: "Hide from comparison, packet and search" }));
  const shown = page.getByRole("button", { name: /^Show again/ });
  await shown.waitFor();
  await becomes(() => shown.evaluate((button) => button === document.activeElement), true, "the focus goes along");
  assert.ok(!(await page.getByRole("main").innerText()).includes("pregnancy leave"), "a hidden note has no words on the page");
  await page.getByText("A note about pregnancy, written at 01:15", { exact: false }).waitFor();
  assert.equal((await interview()).hidden.length, 1);
  await page.keyboard.press("Enter");
  await page.locator("mark").first().waitFor();
  assert.equal((await interview()).hidden.length, 0);
  assert.deepEqual(host.wrong, []);
});

test("one setting turns the words to look at again off, and on", async () => {
  const { page } = host;
  for (const on of [false, true]) {
    await page.goto("about:blank");
    await page.goto(`${host.url}#/settings`);
    const box = page.getByRole("checkbox", { name: "Point at words to look at again" });
    await press(page, box, "Space");
    await becomes(async () => (await host.call("status_get")).settings.lint, on);
    await review();
    assert.equal(await page.locator("mark").count() > 0, on, "the note has words that it points at");
  }
  assert.deepEqual(host.wrong, []);
});

test("one key confirms the means, and an own rating stands beside one with its reason", async () => {
  const { page } = host;
  await review();
  const shown = page.getByText(/^(\d\.\d from|no mean,)/);
  const { competencies } = await host.call("review_get", { interview_id });
  const words = competencies.map(({ mean, rated, questions: all }) => (mean === null ? `no mean, ${rated} of ${all} ` : `${mean.toFixed(1)} from ${rated} of ${all} `));
  assert.deepEqual((await shown.allInnerTexts()).map((text) => text.replace(/questions?.*$/, "")), words);
  await page.getByRole("button", { name: /^Confirm all/ }).waitFor();
  await page.keyboard.press("Control+Shift+m");
  await page.getByText("Means confirmed").waitFor();
  assert.ok((await host.call("review_get", { interview_id })).confirmed);
  // Another rating makes other means, which are confirmed again; this time with the button.
  await host.call("rating_set", { interview_id, question_id: questions[1].id, rating: 1 });
  await review();
  await page.getByText("A rating has changed since they were confirmed.").waitFor();
  await press(page, page.getByRole("button", { name: /^Confirm all/ }));
  await becomes(() => focused(page).innerText().then((text) => text.startsWith("Means confirmed")), true, "the focus is on what was said");
  await host.call("rating_set", { interview_id, question_id: questions[1].id, rating: 3 });
  await review();
  await page.keyboard.press("Control+Shift+m");
  await page.getByText("Means confirmed").waitFor();

  const rated = competencies.find((one) => one.mean !== null);
  const own = page.getByRole("combobox", { name: new RegExp(`^Your own rating.*${rated.name}`) });
  await tabTo(page, own);
  await page.keyboard.type("5");
  const why = page.getByRole("textbox", { name: `Why your rating of ${rated.name} differs` });
  await why.waitFor();
  await page.getByText("Your rating does not enter the calculation.", { exact: false }).waitFor();
  await tabTo(page, why);
  await page.keyboard.insertText("two of the answers were about another thing");
  await page.keyboard.press("Tab");
  await becomes(async () => (await interview()).scorecard.own_ratings, [{ competency_id: rated.competency_id, level: 5, reason: "two of the answers were about another thing" }]);
  const after = (await host.call("review_get", { interview_id })).competencies.map((one) => one.mean);
  assert.deepEqual(after, competencies.map((one) => one.mean), "an own rating enters no mean");
  await look(page, "review-means");
  await sizes("review-means");
  assert.deepEqual(host.wrong, []);
});

test("reasons for and against rest on evidence that is chosen with the keyboard", async () => {
  const { page } = host;
  await press(page, page.getByRole("button", { name: "Add a reason for" }));
  assert.equal(await focused(page).evaluate((area) => area.tagName), "TEXTAREA", "one can write at once");
  await page.keyboard.insertText("acts fast when it breaks");
  await page.getByText("No evidence chosen yet").waitFor();
  await press(page, page.getByRole("button", { name: /^Choose evidence for Reason for, 1/ }));
  await page.getByText("3 of 3", { exact: true }).waitFor();
  await page.keyboard.insertText("ROLLED");
  await page.getByText("1 of 3", { exact: true }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await look(page, "review-reasons");
  await sizes("review-reasons");
  await page.keyboard.press("Escape");
  assert.match(await focused(page).innerText(), /^Choose evidence/, "Escape goes back to where it was opened");
  const quote = (await interview()).entries.find((entry) => entry.kind === "quote").id;
  await becomes(async () => (await interview()).scorecard.reasons_for, [{ text: "acts fast when it breaks", entry_ids: [quote], ticks: [] }]);

  await press(page, page.getByRole("button", { name: "Add a reason against" }));
  await page.keyboard.insertText("does not test");
  await press(page, page.getByRole("button", { name: "Choose evidence for Reason against, 1" }));
  await page.keyboard.insertText("no tests");
  for (const key of ["ArrowDown", "Space", "Escape"]) await page.keyboard.press(key);
  // Not more than three, and an empty one is not kept.
  for (let n = 0; n < 2; n++) await press(page, page.getByRole("button", { name: "Add a reason for" }));
  assert.equal(await page.getByRole("button", { name: "Add a reason for" }).count(), 0);
  await becomes(async () => (await interview()).scorecard.reasons_against.map((reason) => [reason.text, reason.entry_ids.length]), [["does not test", 1]]);
  assert.equal((await interview()).scorecard.reasons_for.length, 1);
  await review();
  assert.equal(await page.getByRole("textbox", { name: /^Reason for/ }).count(), 1);
  await page.getByText("we rolled back in 6 minutes").waitFor();
  assert.deepEqual(host.wrong, []);
});

test("a scorecard that is due stands on Today with its time, and overdue is said in words", async () => {
  const { page } = host;
  // No shipped role has the rule, so the core's answer is given a draft that it would have.
  const card = (await host.call("today_get")).open.find((one) => one.id === interview_id);
  const drafts = [["2001-02-03T10:00:00Z", true, "ended"], ["2099-02-03T10:00:00Z", false, "live"]].map(([due_at, overdue, phase]) => ({ interview: { ...card, phase }, due_at, overdue }));
  await page.route("**/call/today_get", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), open: [], drafts } });
  });
  await page.goto(`${host.url}#/today`);
  const due = page.getByRole("region", { name: "Scorecards due" }).getByRole("listitem");
  await due.first().waitFor();
  assert.match(await due.nth(0).innerText(), /Overdue since 3 Feb 2001/);
  assert.match(await due.nth(1).innerText(), /Due 3 Feb 2099/);
  assert.equal(await due.locator(".when svg").count(), 2);
  const ways = (row) => due.nth(row).getByRole("link").evaluateAll((links) => links.slice(1).map((link) => link.textContent.replace(/\s.*/s, "")));
  assert.deepEqual([await ways(0), await ways(1)], [["Review"], ["Continue", "Review"]], "one that is still held goes on from here");
  await look(page, "today-due");
  await sizes("today-due");
  await press(page, due.nth(0).getByRole("link", { name: /^Review and submit/ }));
  await page.getByRole("heading", { name: "Review and submit" }).waitFor();
  await page.unrouteAll();
  assert.deepEqual(host.wrong, []);
});

test("what is missing and what is unrated is shown before the lock, and only then it is submitted", async () => {
  const { page } = host;
  for (const [number, asked] of [[2, 1], [null, 2]]) await host.call("probe_set", { interview_id, question_id: questions[0].id, number, asked });
  await host.call("deviation_set", { interview_id, question_id: questions[0].id, kind: "reworded", reason: "another word" });
  await review();
  await page.getByRole("heading", { name: "Your recommendation" }).waitFor();
  assert.equal(await page.locator("input[name=recommendation]:checked").count(), 0, "no recommendation is chosen for the person");
  await tabTo(page, page.getByRole("radio", { name: "Strong no" }));
  for (const key of ["ArrowDown", "ArrowDown"]) await page.keyboard.press(key);
  await tabTo(page, page.getByRole("textbox", { name: "Why", exact: true }));
  await page.keyboard.insertText("Rolls back fast, seldom tests.");
  // A reason without evidence stands in the way, and it is said how to go on.
  await press(page, page.getByRole("button", { name: "Add a reason for" }));
  await page.keyboard.insertText("friendly");
  const ask = page.getByRole("button", { name: "Submit…" });
  await press(page, ask);
  await page.getByRole("alert").filter({ hasText: "A reason for or against has no evidence." }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Submit and lock" }).count(), 0);
  await press(page, page.getByRole("button", { name: "Take out Reason for, 2" }));
  await page.getByRole("alert").waitFor({ state: "detached" });

  await press(page, ask);
  await page.getByText(/^Lock “Yes” for /).waitFor();
  const lock = page.locator("form").filter({ has: page.getByRole("button", { name: "Submit and lock" }) });
  const unrated = questions.length - 4;
  await page.getByText(`${unrated} questions are not rated and will stand as such`, { exact: false }).waitFor();
  assert.equal(await lock.getByRole("listitem").getByRole("link").count(), unrated, "each unrated question is one key away");
  await page.getByText("Also open: ratings without evidence, follow-ups without an answer.").waitFor();
  assert.ok(await page.locator("#lock").evaluate((text) => text.closest(".notice").getBoundingClientRect().bottom <= innerHeight), "the question is whole on the screen");
  await look(page, "review-lock");
  await sizes("review-lock");
  // What changes after the question takes the question back.
  await tabTo(page, page.getByRole("radio", { name: "Yes", exact: true }), "Shift+Tab");
  await page.keyboard.press("ArrowUp");
  await page.getByRole("button", { name: "Submit and lock" }).waitFor({ state: "detached" });
  await page.keyboard.press("ArrowDown");
  await press(page, ask);
  await page.getByRole("button", { name: "Submit and lock" }).waitFor();
  await page.waitForTimeout(500); // an answer that came sooner is taken for a slip
  await press(page, page.getByRole("button", { name: "Submit and lock" }));
  await page.getByText("Submitted and locked").waitFor();
  await page.getByText("Required questions were left unrated").waitFor();
  const first = page.locator("section", { has: page.getByRole("heading", { name: "Questions", exact: true }) }).getByRole("listitem").first();
  const read = await first.innerText();
  for (const words of ["Reworded", "another word", "Probe asked", questions[0].probes[1], "2 unplanned probes"]) assert.ok(read.includes(words), `${words} is not in: ${read}`);
  const { scorecard } = await interview();
  assert.deepEqual([scorecard.recommendation, scorecard.submitted_anyway, scorecard.reasons_for.length], ["yes", true, 1]);
  assert.deepEqual(host.wrong, []);
});

test("what is written of an amendment is there after leaving, and is let go only when one says so", async () => {
  const { page } = host;
  const why = page.getByRole("textbox", { name: "Why you amend it" });
  const draft = async () => (await host.call("scorecard_versions", { interview_id })).draft;
  await press(page, page.getByRole("button", { name: "Amend…" }));
  await becomes(() => why.evaluate((area) => area === document.activeElement), true, "one can write at once");
  assert.equal(await draft(), null, "opening it writes nothing");
  await page.keyboard.insertText("half a rea");
  await becomes(async () => (await draft())?.reason, "half a rea", "without leaving the field");
  await tabTo(page, page.getByRole("radio", { name: "Yes", exact: true }), "Tab");
  await page.keyboard.press("ArrowUp");
  await press(page, page.locator("summary").filter({ hasText: "Ratings of the questions" }));
  await tabTo(page, page.getByRole("combobox", { name: `1 ${questions[0].title}` }));
  await page.keyboard.type("2");
  await press(page, page.locator("summary").filter({ hasText: "Reasons for and against" }));
  await press(page, page.getByRole("button", { name: "Add a reason against" }));
  await page.keyboard.insertText("and anoth");
  await becomes(async () => (await draft()).changes.reasons_against?.map((one) => one.text), ["does not test", "and anoth"]);
  // As if the window were gone: nothing is asked on the way out, and all of it is there.
  await page.goto("about:blank");
  await page.goto(`${host.url}#/interview/${interview_id}/scorecard`);
  await page.getByText("Begun, and not added yet.").waitFor();
  await look(page, "review-amend-begun");
  await press(page, page.getByRole("button", { name: "Go on with the amendment…" }));
  assert.equal(await why.inputValue(), "half a rea");
  assert.ok(await page.getByRole("radio", { name: "No", exact: true }).isChecked());
  await press(page, page.locator("summary").filter({ hasText: "Ratings of the questions" }));
  assert.equal(await page.getByRole("combobox", { name: `1 ${questions[0].title}` }).inputValue(), "2");
  await press(page, page.locator("summary").filter({ hasText: "Reasons for and against" }));
  assert.equal(await page.getByRole("textbox", { name: "Reason against, 2 of up to 3" }).inputValue(), "and anoth");
  await press(page, page.getByRole("button", { name: "Go on later" }));
  await becomes(() => focused(page).innerText(), "Go on with the amendment…", "the focus stays here");
  await page.keyboard.press("Enter");
  await press(page, page.getByRole("button", { name: "Discard…" }));
  assert.equal(await focused(page).innerText(), "Keep it");
  await look(page, "review-amend-discard");
  await page.keyboard.press("Enter");
  assert.equal(await focused(page).innerText(), "Discard…");
  assert.equal((await draft()).reason, "half a rea");
  await page.keyboard.press("Enter");
  await press(page, page.getByRole("button", { name: "Discard", exact: true }));
  await becomes(() => focused(page).innerText(), "Amend…");
  assert.equal(await draft(), null);
  assert.deepEqual(host.wrong, []);
});

test("an amendment stands beside the first version with its reason", async () => {
  const { page } = host;
  const open = page.getByRole("button", { name: "Amend…" });
  await press(page, open);
  const why = page.getByRole("textbox", { name: "Why you amend it" });
  await becomes(() => why.evaluate((area) => area === document.activeElement), true, "one can write at once");
  const add = page.getByRole("button", { name: "Add the amendment" });
  await press(page, add);
  await page.getByRole("alert").filter({ hasText: "Say why you amend it" }).waitFor();
  await page.keyboard.insertText("I mixed up two answers.");
  await press(page, add);
  await page.getByRole("alert").filter({ hasText: "This changes nothing" }).waitFor();
  await tabTo(page, page.getByRole("radio", { name: "Yes", exact: true }), "Shift+Tab");
  await page.keyboard.press("ArrowUp");
  await press(page, page.locator("summary").filter({ hasText: "Ratings of the questions" }));
  const rating = page.getByRole("combobox", { name: `1 ${questions[0].title}` });
  await tabTo(page, rating);
  await page.keyboard.type("2");
  await look(page, "review-amend");
  await sizes("review-amend");
  await press(page, add);
  await page.getByRole("heading", { name: /^Amendment 1/ }).waitFor();
  await becomes(() => focused(page).innerText().then((text) => text.startsWith("Amendment 1")), true, "the focus is on what was added");
  await page.getByText("I mixed up two answers.").waitFor();
  await page.getByText("Made without having seen another’s scorecard on this candidate.").waitFor();
  await page.getByText(`1 ${questions[0].title}: 2 Below, before 4 Above`).waitFor();
  const { versions } = await host.call("scorecard_versions", { interview_id });
  assert.deepEqual(versions.map((version) => version.judgement.recommendation), ["yes", "no"]);
  await page.getByRole("button", { name: "Amend…" }).waitFor();
  assert.equal((await host.call("scorecard_versions", { interview_id })).draft, null, "what was added is no draft any more");
  assert.equal((await interview()).scorecard.recommendation, "yes", "the first one stands");
  await page.getByRole("heading", { name: "Recommendation", exact: true }).waitFor();
  await look(page, "review-versions");
  await sizes("review-versions");

  // One that is made after seeing others says so.
  await page.route("**/call/scorecard_versions", async (route) => {
    const answer = await route.fetch();
    const all = (await answer.json()).versions.map((version) => ({ ...version, after_seeing_others: version.number > 1 }));
    await route.fulfill({ response: answer, json: { versions: all } });
  });
  await page.reload();
  await page.getByText("Made after seeing another’s scorecard on this candidate").waitFor();
  assert.equal(await page.getByText("Made after seeing another’s scorecard").count(), 1);
  await page.unrouteAll();
  assert.deepEqual(host.wrong, []);
});
