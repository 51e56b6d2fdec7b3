// What submitted scorecards do elsewhere: the role's weights lock, and an answer can become an example. By keyboard alone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { look } from "./axe.mjs";
import { start } from "./host.mjs";
import { becomes, begun, focused, press, tabTo } from "./keyboard.mjs";

const SYSTEMS = "senior-python/systems";
const SAID = "We rolled it back in six minutes and then I told everybody why it had happened";
let host, page, role, question;

const open = async (place) => {
  await page.goto("about:blank");
  await page.goto(`${host.url}#/${place}`);
};

before(async () => {
  host = await start({ viewport: { width: 1366, height: 768 } });
  page = host.page;
  await host.call("interviewer_set", { name: "Ana Ruiz" });
  role = (await host.call("role_list")).roles[0];
  for (const [name, ratings] of [["Jan Kowalski", [4, 3, 2, 3, 5, 4]], ["ليلى حداد", [2, 2, 4, 4, 3, 3]]]) {
    const { id } = await host.call("candidate_add", { name, role_id: role.id });
    const { id: interview_id, content } = await begun(host, id, SYSTEMS);
    for (const [i, { id: place }] of content.questions.entries()) {
      await host.call("entry_save", { interview_id, place, kind: "quote", text: i === 0 ? `${name}: ${SAID}` : "Said so.", at_seconds: 60 });
      await host.call("rating_set", { interview_id, question_id: place, rating: ratings[i] });
    }
    question = content.questions[0].id;
    await host.call("scorecard_submit", { interview_id, recommendation: "yes", reason: "As noted.", anyway: true });
  }
});
after(() => host?.stop());

test("locked weights change with a reason, both results beside it, and the change stays to be read", async () => {
  await open(`role/${encodeURIComponent(role.id)}`);
  await page.getByText(/^The weights are locked since today \d\d:\d\d, when the first scorecard/).waitFor();
  const one = page.locator("[data-competency]").nth(1);
  await tabTo(page, one.getByRole("combobox", { name: "Weight" }));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await tabTo(page, one.getByRole("textbox", { name: "Why its weight is not that of the others" }), "Shift+Tab");
  await page.keyboard.insertText("Most of the job is this.");
  const row = (name) => page.getByRole("row").filter({ hasText: name });
  await row("Jan Kowalski").waitFor();
  // Concurrency 3.5, operations 2.5, system design 4.5; then 2, 4, 3.
  assert.deepEqual(await row("Jan Kowalski").locator("td").allInnerTexts(), ["3.50", "3.50"]);
  assert.deepEqual(await row("ليلى حداد").locator("td").allInnerTexts(), ["3.00", "2.60"]);

  await press(page, page.getByRole("button", { name: "Save role" }));
  await page.getByText("Write down why.", { exact: true }).waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-invalid") === "true");
  await look(page, "weights-locked");
  await page.keyboard.insertText("The team agreed on it in May.");
  // Away and back: nothing of it is lost.
  await page.getByRole("link", { name: "Kits", exact: true }).click();
  await page.getByRole("heading", { name: "Kits", level: 1 }).waitFor();
  await page.goBack();
  const reason = page.getByRole("textbox", { name: "Why the weights change now" });
  await reason.waitFor();
  assert.equal(await reason.inputValue(), "The team agreed on it in May.");
  await press(page, page.getByRole("button", { name: "Save role" }));
  await page.getByText(/^Saved \d\d:\d\d:\d\d$/).waitFor();

  const history = page.locator("summary", { hasText: "1 change of locked weights" });
  await press(page, history, "Enter");
  await page.getByText("The team agreed on it in May.").waitFor();
  await page.getByText("Concurrency: 1 → 3").waitFor();
  await row("ليلى حداد").waitFor();
  await page.setViewportSize({ width: 800, height: 768 });
  await history.scrollIntoViewIfNeeded();
  await look(page, "weights-changed");
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing is wider than the window");
  await page.setViewportSize({ width: 1366, height: 768 });
  const { changes } = await host.call("weight_get", { role_id: role.id });
  assert.deepEqual([changes.length, changes[0].change.by], [1, "Ana Ruiz"]);
  assert.deepEqual(host.wrong, []);
});

test("an example is made from an answer, rewritten beside the notes, and never in their words", async () => {
  await open(`questions?id=${encodeURIComponent(question)}`);
  await press(page, page.getByRole("button", { name: "Add an example…" }));
  const answer = page.getByRole("combobox", { name: "Answer" });
  await answer.waitFor();
  await page.waitForFunction(() => document.activeElement?.matches("select"));
  const noted = page.getByRole("region", { name: "What you noted" });
  await noted.getByText(`ليلى حداد: ${SAID}`).waitFor();
  await page.keyboard.press("ArrowDown");
  await noted.getByText(`Jan Kowalski: ${SAID}`).waitFor();
  const level = page.getByRole("combobox", { name: "Level that it is an example of" });
  assert.equal(await level.inputValue(), "4", "the level that was given");
  const text = page.getByRole("textbox", { name: "The example, in your own words" });
  assert.equal(await text.inputValue(), "", "nothing of the notes is put there");
  const add = page.getByRole("button", { name: "Add the example" });
  await press(page, add);
  await page.getByText("Write it in your own words.").waitFor();
  await page.waitForFunction(() => document.activeElement?.matches("textarea"));
  await page.keyboard.insertText(SAID);
  await press(page, add);
  await page.getByText(/^These are the candidate's words as noted/).waitFor();
  assert.equal(await text.inputValue(), SAID, "what was typed stays");
  await look(page, "example-refused");
  await tabTo(page, text, "Shift+Tab");
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("Takes the change back at once and explains to all what went wrong.");
  await page.setViewportSize({ width: 800, height: 768 });
  await text.scrollIntoViewIfNeeded();
  await look(page, "example-narrow");
  await page.setViewportSize({ width: 1366, height: 768 });
  await press(page, add);
  await page.getByText("The example is added.").waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent?.startsWith("Add an example"));
  assert.match(await focused(page).innerText(), /^Add an example/);
  await page.getByText("Takes the change back at once and explains to all what went wrong.").waitFor();
  await look(page, "example-added");
  const { examples } = await host.call("example_list", { question_id: question });
  assert.deepEqual(examples.map((one) => one.level), [4]);
  assert.deepEqual(host.wrong, []);
});

test("an example that is removed leaves the focus at its neighbour, and the last one at what adds one", async () => {
  const add = page.getByRole("button", { name: "Add an example…" });
  const { sources } = await host.call("example_sources", { question_id: question });
  await host.call("example_add", { question_id: question, interview_id: sources[0].interview_id, level: 2, text: "Waits for somebody else to notice." });
  await open(`questions?id=${encodeURIComponent(question)}`);
  const removes = page.getByRole("button", { name: "Remove…" });
  await removes.nth(1).waitFor();
  await tabTo(page, removes.first());
  await page.keyboard.press("Enter");
  await becomes(() => focused(page).innerText(), "Keep it", "asked first, with the focus on what loses nothing");
  await page.keyboard.press("Enter");
  await becomes(() => focused(page).innerText(), "Remove…", "the example is kept, and the focus is at it");
  for (const [left, focus] of [[1, "Remove…"], [0, "Add an example…"]]) {
    await page.keyboard.press("Enter");
    await becomes(() => focused(page).innerText(), "Keep it", "asked first");
    await press(page, page.getByRole("button", { name: "Remove for good" }));
    await page.getByText("The example is removed.").waitFor();
    await becomes(() => focused(page).innerText(), focus, `the focus with ${left} left`);
    assert.equal(await removes.count(), left);
  }
  await add.waitFor();
  assert.deepEqual(host.wrong, []);
});
