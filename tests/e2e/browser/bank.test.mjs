// The bank: find a question, change it with versions and undo, write one with a draft that stays. By keyboard alone.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { look } from "./axe.mjs";
import { start } from "./host.mjs";
import { becomes, begun, focused, press, saved, tabTo } from "./keyboard.mjs";

const GIL = "senior-python/py-gil";
const blank = { id: "", section: "", title: "", prompt: "", competency: "", tags: [], minutes: 0, indicators: [], red_flags: [], probes: [], anchors: ["", "", "", "", ""] };
const ARABIC = { ...blank, title: "متى تختار عملية بدل خيط؟", prompt: "متى تختار عملية منفصلة بدل خيط، ولماذا؟", indicators: ["يذكر GIL"], tags: ["خيوط"] };
const JAPANESE = { ...blank, title: "なぜ「GIL」が必要なのか", prompt: "山田太郎さんはスレッドが遅いと言っています。", section: "技術知識", level: "senior", minutes: 10 };

const titles = (page) => page.getByRole("list", { name: "Questions found" }).locator(".what").allInnerTexts();
const status = (page) => page.locator(".count");
const open = async (host, place) => {
  await host.page.goto("about:blank");
  await host.page.goto(`${host.url}#/${place}`);
};

describe("find", () => {
  let host;
  before(async () => {
    host = await start({ demo: true });
    for (const question of [ARABIC, JAPANESE]) await host.call("question_save", { question });
    await open(host, "questions");
  });
  after(() => host?.stop());

  test("what is typed is found while it is typed, newest first, and ranked on Enter", async () => {
    const { page } = host;
    await status(page).getByText("18 of 18 questions, newest first").waitFor();
    await look(page, "bank");
    await page.keyboard.press("/");
    await page.keyboard.insertText("太郎");
    await status(page).getByText("1 of 18 questions").waitFor();
    assert.deepEqual(await titles(page), [JAPANESE.title]);
    assert.deepEqual(await page.locator("mark").allInnerTexts(), ["太郎"], "found inside 山田太郎, and marked there");
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText("gil");
    await becomes(() => titles(page), [JAPANESE.title, ARABIC.title, "The GIL and what it does to threads"], "newest first");
    await page.keyboard.press("Enter");
    await status(page).getByText("best match first").waitFor();
    await look(page, "bank-found");
  });

  test("arrows and j go through the list, and Enter opens", async () => {
    const { page } = host;
    const found = await titles(page);
    await page.keyboard.press("ArrowDown");
    await page.getByRole("heading", { level: 2, name: found[0] }).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("k");
    await page.getByRole("heading", { level: 2, name: found[1] }).waitFor();
    assert.ok((await focused(page).innerText()).startsWith(found[1]));
    await page.keyboard.press("Enter");
    assert.equal(await focused(page).getAttribute("aria-label"), "Question");
    await page.keyboard.press("Escape");
    assert.ok((await focused(page).innerText()).startsWith(found[1]), "Escape goes back to the list");
  });

  test("what is chosen and not found again gives way to the first that was found", async () => {
    const { page } = host;
    for (const [words, { title }] of [["太郎", JAPANESE], ["خيوط", ARABIC]]) {
      await page.keyboard.press("/");
      await page.keyboard.press("Control+a");
      await page.keyboard.insertText(words);
      await becomes(() => titles(page), [title]);
      await page.keyboard.press("ArrowDown");
      await page.getByRole("heading", { level: 2, name: title }).waitFor();
      assert.ok((await focused(page).innerText()).startsWith(title));
    }
  });

  test("filters say how many, stand in the address, and are cleared at once", async () => {
    const { page } = host;
    await open(host, "questions");
    const level = page.getByRole("combobox", { name: "Level" });
    await tabTo(page, level);
    assert.deepEqual((await level.locator("option").allInnerTexts()).map((text) => text.trim()), ["Level: all", "(any level) (17)", "senior (1)"]);
    await page.keyboard.press("s"); // as typed in a native list
    await status(page).getByText("1 of 18 questions").waitFor();
    await page.reload();
    await status(page).getByText("1 of 18 questions").waitFor();
    const state = page.getByRole("combobox", { name: "Use and state" });
    await tabTo(page, state);
    await page.keyboard.press("p");
    await page.keyboard.press("p");
    await page.getByText("No question is like this.").waitFor();
    await look(page, "bank-none");
    await press(page, page.getByRole("button", { name: "Clear 2 filters" }));
    await status(page).getByText("18 of 18 questions").waitFor();
    assert.deepEqual(host.wrong, []);
  });

  test("what is not written is named, in any script", async () => {
    const { page } = host;
    await page.keyboard.press("/");
    await page.keyboard.insertText("خيوط");
    await status(page).getByText("1 of 18 questions").waitFor();
    await page.keyboard.press("ArrowDown");
    await page.getByText("Not written yet: competency, minutes, type, red flags, probes, anchors 1 to 5.").waitFor();
    assert.equal(await page.getByRole("heading", { level: 2, name: ARABIC.title }).evaluate((element) => getComputedStyle(element).direction), "rtl");
    await look(page, "bank-arabic");
    for (const [what, viewport] of [["800", { width: 800, height: 600 }], ["200", { width: 640, height: 410 }]]) {
      await page.setViewportSize(viewport);
      await look(page, `bank-arabic-${what}`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, `nothing stands beside the window at ${what}`);
    }
    await page.setViewportSize({ width: 1280, height: 820 });
  });

  test("folded, the list and its question stand in the order in which Tab goes through them", async () => {
    const { page } = host;
    for (const viewport of [{ width: 600, height: 800 }, { width: 640, height: 410 }]) {
      await page.setViewportSize(viewport);
      const [list, question] = await Promise.all([page.locator(".list").boundingBox(), page.getByRole("region", { name: "Question", exact: true }).boundingBox()]);
      assert.ok(list.y + list.height <= question.y + 1, "the list is above its question");
      assert.ok(list.height <= viewport.height / 2, "and leaves room for it");
    }
    await page.setViewportSize({ width: 1280, height: 820 });
  });

  test("the one that the page opens with is in view in the list", async () => {
    const { page } = host;
    await page.setViewportSize({ width: 1366, height: 500 });
    await open(host, `questions?id=${GIL}`);
    const inView = () => page.locator(`a[data-id="${GIL}"]`).evaluate((row) => {
      const [box, list] = [row.getBoundingClientRect(), row.closest(".list").getBoundingClientRect()];
      return box.top >= list.top && box.bottom <= list.bottom;
    });
    await page.locator(`a[data-id="${GIL}"][aria-current]`).waitFor();
    await becomes(inView, true);
  });
});

describe("edit, versions, undo", () => {
  let host;
  before(async () => (host = await start({ demo: true })));
  after(() => host?.stop());

  test("a saved change is a version, shown against the one before, and undone with one key", async () => {
    const { page } = host;
    await open(host, `questions?id=${GIL}`);
    await page.getByRole("heading", { level: 2, name: "The GIL and what it does to threads" }).waitFor();
    await page.keyboard.press("e");
    await page.getByRole("heading", { level: 1, name: "Edit question" }).waitFor();
    await page.waitForFunction(() => document.activeElement?.matches("form input"));
    await look(page, "bank-edit");

    // Lists: Enter adds, Alt+Up moves, Backspace in an empty line removes.
    const signal = (n) => page.getByRole("textbox", { name: `Good signal ${n}`, exact: true });
    await tabTo(page, signal(1));
    const first = await signal(1).inputValue();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.ariaLabel === "Good signal 2");
    await page.keyboard.insertText("Says what they measured");
    await page.keyboard.press("Alt+ArrowUp");
    await page.waitForFunction(() => document.activeElement?.ariaLabel === "Good signal 1");
    assert.deepEqual([await signal(1).inputValue(), await signal(2).inputValue()], ["Says what they measured", first]);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.ariaLabel === "Good signal 2");
    await page.keyboard.press("Backspace");
    await page.waitForFunction(() => document.activeElement?.ariaLabel === "Good signal 1");
    await saved(page);
    await page.getByText("not a version yet").waitFor();

    await page.keyboard.press("Control+s");
    await page.getByText("is saved as version 2").waitFor();
    await press(page, page.locator("summary").filter({ hasText: "Versions (2)" }));
    const added = page.locator("dd li.added");
    await added.waitFor();
    assert.equal((await added.innerText()).replace(/\s+/g, " "), "+ added: Says what they measured", "the sign and the word say it, not the colour");
    await look(page, "bank-versions");

    await page.keyboard.press("Control+z");
    await page.getByText("Undone: changing a question.").waitFor();
    await page.getByText("Says what they measured", { exact: true }).waitFor({ state: "detached" });
    assert.equal((await host.call("question_get", { question_id: GIL })).version, 1);
    await page.keyboard.press("Control+Shift+z");
    await page.getByText("Done again: changing a question.").waitFor();
    assert.equal((await host.call("question_get", { question_id: GIL })).version, 2);
    assert.deepEqual(host.wrong, []);
  });

  test("what is put away leaves the list and comes back with undo", async () => {
    const { page } = host;
    await open(host, `questions?id=${GIL}`);
    await page.getByRole("heading", { level: 2, name: "The GIL and what it does to threads" }).waitFor();
    await page.keyboard.press("a");
    await status(page).getByText("15 of 15 questions").waitFor();
    await page.getByText("was put away. Kits that have it keep it.").waitFor();
    await press(page, page.getByRole("button", { name: "Undo putting away" }));
    await status(page).getByText("16 of 16 questions").waitFor();
    await page.keyboard.press("d");
    await status(page).getByText("17 of 17 questions").waitFor();
    await page.keyboard.press("Control+z");
    await status(page).getByText("16 of 16 questions").waitFor();
    await page.getByText("Choose a question to see").waitFor(); // the copy is gone, so that it is not on screen either
    assert.equal(await page.getByRole("alert").count(), 0);
  });

  test("a question that is being written is kept, found again, refused at its field, and added", async () => {
    const { page } = host;
    await open(host, "questions");
    await status(page).waitFor();
    await page.keyboard.press("n");
    await page.getByRole("heading", { level: 1, name: "New question" }).waitFor();
    await page.waitForFunction(() => document.activeElement?.matches("form input"));
    await page.keyboard.type("Half a thought");
    await saved(page);
    await page.waitForFunction(() => location.hash.includes("id="));
    await page.reload();
    const title = page.getByRole("textbox", { name: "Title, for lists" });
    await title.waitFor();
    assert.equal(await title.inputValue(), "Half a thought", "a restart loses nothing");

    await page.waitForFunction(() => document.activeElement?.matches("form input"));
    await page.keyboard.press("Control+s");
    await page.getByText("The prompt is empty. Type at least one character.").waitFor();
    await page.waitForFunction(() => document.activeElement?.matches("textarea[aria-invalid=true]"));
    await look(page, "bank-refused");
    await press(page, page.getByRole("link", { name: "Back to the questions" }));
    await press(page, page.getByRole("link", { name: "Continue writing Half a thought" }));
    const prompt = page.getByRole("textbox", { name: "Prompt: what is read aloud" });
    await tabTo(page, prompt);
    await page.keyboard.insertText("What is half a thought?");
    await tabTo(page, page.getByRole("textbox", { name: "Minutes" }));
    await page.keyboard.type("eight");
    await page.getByText("Write the planned time in whole minutes").waitFor();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("8");
    await page.keyboard.press("Control+s");
    await page.getByText("was added.").waitFor();
    const { questions } = await host.call("question_search", { text: "Half a thought" });
    assert.deepEqual(questions.map((card) => [card.title, card.minutes]), [["Half a thought", 8]]);
    assert.deepEqual((await host.call("question_draft_list")).drafts, []);
  });

  test("discarding asks in place, and leaves the question as it is in the bank", async () => {
    const { page } = host;
    await open(host, `questions/edit?id=${GIL}`);
    await page.waitForFunction(() => document.activeElement?.matches("form input"));
    await page.keyboard.type(" spoilt");
    // Gone at once, and back: the draft was on its way, and is there.
    await press(page, page.getByRole("link", { name: "Back to the questions" }));
    await page.getByText("what you wrote is kept, and not yet a version").waitFor();
    await page.keyboard.press("e");
    await page.waitForFunction(() => document.activeElement?.matches("form input"));
    assert.match(await page.getByRole("textbox", { name: "Title, for lists" }).inputValue(), / spoilt$/);
    assert.equal((await host.call("question_draft_list")).drafts.length, 1);
    await press(page, page.getByRole("button", { name: "Discard…" }));
    await page.waitForFunction(() => document.activeElement?.textContent === "Keep writing");
    await page.keyboard.press("Escape");
    await press(page, page.getByRole("button", { name: "Discard…" }));
    await press(page, page.getByRole("button", { name: "Discard the changes" }));
    await page.getByRole("heading", { level: 2, name: "The GIL and what it does to threads" }).waitFor();
    assert.deepEqual((await host.call("question_draft_list")).drafts, []);
    assert.deepEqual(host.wrong, []);
  });

  test("a draft that cannot be saved stays on the screen, and says so", async () => {
    const { page } = host;
    await open(host, `questions/edit?id=${GIL}`);
    await page.waitForFunction(() => document.activeElement?.matches("form input"));
    await page.route("**/call/question_draft_save", (route) => route.fulfill({ status: 422, contentType: "application/json", body: JSON.stringify({ code: "disk_full", message: "The disk is full." }) }));
    await page.keyboard.type(" kept");
    await page.getByRole("alert").filter({ hasText: "The disk is full." }).waitFor();
    await page.getByText("Draft not saved").waitFor();
    assert.match(await page.getByRole("textbox", { name: "Title, for lists" }).inputValue(), / kept$/);
    await page.unroute("**/call/question_draft_save");
    await saved(page); // it goes on trying by itself
    assert.equal((await host.call("question_draft_list")).drafts.length, 1);
  });
});

describe("what a pack changes, and a bank with nothing in it", () => {
  let host;
  const file = (text) => ({ name: "mine.md", bytes: Buffer.from(text).toString("base64") });
  before(async () => {
    host = await start({ demo: true });
    await host.call("question_import", file("- What is a queue?\n  - Red flags\n    - guesses\n"));
    const [card] = (await host.call("question_search", { text: "queue?" })).questions;
    const { question } = await host.call("question_get", { question_id: card.id });
    await host.call("question_save", { question: { ...question, title: "My queue" } });
    await host.call("question_import", file("- What is a queue?\n  - Red flags\n    - guesses aloud\n"));
    await open(host, `questions?id=${encodeURIComponent(card.id)}`);
  });
  after(() => host?.stop());

  test("is offered beside one's own words, line by line, declined or taken, and that is undone", async () => {
    const { page } = host;
    const offer = page.getByRole("region", { name: "Your version, and what the pack changes" });
    await offer.waitFor();
    const lines = (await offer.locator("dd li").allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
    assert.ok(lines.includes("− removed: My queue") && lines.includes("+ added: guesses aloud"), lines.join(" | "));
    await look(page, "bank-offer");
    await press(page, offer.getByRole("button", { name: "Keep mine" }));
    await offer.waitFor({ state: "detached" });
    await page.getByRole("heading", { level: 2, name: "My queue" }).waitFor();
    await press(page, page.getByRole("button", { name: "Undo declining the pack’s change" }));
    await offer.waitFor();
    await press(page, offer.getByRole("button", { name: "Take the pack’s words" }));
    await page.getByRole("heading", { level: 2, name: "What is a queue?" }).waitFor();
    await page.getByRole("listitem").filter({ hasText: "guesses aloud" }).waitFor();
  });

  test("a question that is known outside says so in the list and on itself", async () => {
    const { page } = host;
    await press(page, page.getByRole("button", { name: "Known outside", exact: true }));
    await page.getByText("candidates may have seen it").waitFor();
    await page.locator('a[aria-current="true"] .tag', { hasText: "Known outside" }).waitFor();
    assert.equal(await page.getByRole("button", { name: "Known outside", exact: true }).getAttribute("aria-pressed"), "true");
  });

  test("an empty bank offers the first step, and leads to what was put away", async () => {
    const { page } = host;
    const { questions } = await host.call("question_search", { text: "", limit: 100 });
    await host.call("question_archive", { question_ids: questions.map((card) => card.id) });
    await open(host, "questions");
    await page.getByText("Write one, bring those you have, or look at those that were put away.").waitFor();
    await look(page, "bank-empty");
    await press(page, page.getByRole("button", { name: "Show those put away" }));
    await becomes(async () => (await titles(page)).length, questions.length, "all of them");
    assert.equal(await focused(page).getAttribute("id"), "question-search");
    await open(host, "questions");
    await press(page, page.getByRole("button", { name: "Undo putting away" }));
    await status(page).getByText("17 of 17 questions").waitFor();
    assert.deepEqual(host.wrong, []);
  });
});

describe("what use says", () => {
  let host;
  /** Behind the page's back: an interview with somebody new, the question rated, submitted. */
  async function held(name, rating) {
    const [{ id: role_id }] = (await host.call("role_list")).roles;
    const { id } = await host.call("candidate_add", { name, role_id });
    const { id: interview_id } = await begun(host, id, "senior-python/systems");
    await host.call("rating_set", { interview_id, question_id: GIL, rating });
    await host.call("tick_set", { interview_id, question_id: GIL, target: "indicator", number: 1, state: "heard" });
    await host.call("scorecard_submit", { interview_id, recommendation: "yes", reason: "Clear.", anyway: true });
    return id;
  }
  before(async () => {
    host = await start();
    await host.call("interviewer_set", { name: "Ana Ruiz" });
  });
  after(() => host?.stop());

  test("each figure is read with how many it rests on, and none while an own scorecard is to come", async () => {
    const { page } = host;
    const candidate_id = await held("Jan Kowalski", 4);
    await held("محمد علی", 2);
    await open(host, "questions");
    await status(page).waitFor();
    await page.keyboard.press("/");
    await page.keyboard.insertText("gil");
    await status(page).getByText("1 of 16 questions").waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.ariaLabel === "Question");
    const said = page.getByRole("heading", { name: "What use says" });
    await said.waitFor();
    await page.keyboard.press("End"); // the part scrolls by keyboard
    await page.waitForFunction(() => document.activeElement.scrollTop > 0);
    await page.getByText("Asked in 2 submitted scorecards").waitFor();
    await page.getByText("Ratings given, n = 2").waitFor();
    const counts = page.getByRole("table", { name: /^Ratings given/ }).getByRole("cell");
    assert.deepEqual((await counts.allInnerTexts()).map(Number), [0, 1, 0, 1, 0]);
    await page.getByText(/is shown from 30 complete scorecards of one version on/).waitFor();
    await look(page, "bank-use");

    await host.call("interview_start", { candidate_id, kit_id: "senior-python/systems" });
    await page.reload();
    await said.waitFor();
    assert.equal(await page.getByText(/n = /).count(), 0, "no figure moves a rating that is still to come");
    await look(page, "bank-use-hidden");
    assert.deepEqual(host.wrong, []);
  });
});
